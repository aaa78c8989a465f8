import { Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import { Panel } from '../../kit/page';
import { useWords } from '../../kit/words';
import { type CalendarDay, calendarOf, type Preview } from './timetable';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface PlanCalendarProps {
  readonly from: string;
  readonly to: string;
  readonly preview: Preview;
}

/** The sessions that would come of it: kept, added, taken away; and why a day has none. */
export function PlanCalendar({ from, to, preview }: PlanCalendarProps): ReactElement {
  const { t, format } = useWords();
  return (
    <Panel title={t('console.plan.title')} note={`${format.day(from)} – ${format.day(to)}`} side={<Legend />}>
      <div className="cal">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="cal__d">
            {t(`console.weekdayLong.${weekday}`)}
          </span>
        ))}
        {calendarOf(from, to, preview.days).map((day, index) => (
          <DayCell key={day.day} {...day} long={index === 0 || day.day.endsWith('-01')} />
        ))}
      </div>
      <div className="diff" role="status">
        <p>
          <Status tone="ok" icon="plus">
            {t('PlannedChange.ADDED')}
          </Status>{' '}
          <b>{preview.added}</b>
        </p>
        <p>
          <Status tone="bad" icon="minus">
            {t('PlannedChange.REMOVED')}
          </Status>{' '}
          <b>{preview.removed}</b>
        </p>
        <p>
          <Status tone="mute">{t('PlannedChange.KEPT')}</Status> <b>{preview.kept}</b>
        </p>
        <p>
          <Status tone={preview.affectedBookings > 0 ? 'warn' : 'mute'} icon="users">
            {t('console.plan.affected')}
          </Status>{' '}
          <b>{preview.affectedBookings}</b>
        </p>
      </div>
    </Panel>
  );
}

function Legend(): ReactElement {
  const { t } = useWords();
  const hatched = 'repeating-linear-gradient(135deg,#fff 0 4px,#DDD4C8 4px 6px)';
  const kinds = [
    ['KEPT', '#DDD3C6', t('console.plan.kept')],
    ['ADDED', 'var(--ok-tint)', `＋ ${t('PlannedChange.ADDED')}`],
    ['REMOVED', 'var(--bad-tint)', `− ${t('PlannedChange.REMOVED')}`],
    ['UNPUBLISHED', hatched, t('DayNote.UNPUBLISHED')],
  ] as const;
  return (
    <p className="lg">
      {kinds.map(([key, background, word]) => (
        <span key={key}>
          <i style={{ background }} />
          {word}
        </span>
      ))}
    </p>
  );
}

const LOOKS = {
  UNPUBLISHED: 'un',
  CLOSED: 'closed',
  HOLIDAY: 'off',
  REST: 'off',
  WORKDAY: '',
  MAKE_UP_WORKDAY: '',
} as const;

function DayCell({ day, planned, long }: CalendarDay & { readonly long: boolean }): ReactElement {
  const { t, format } = useWords();
  const number = long
    ? format.day(day).replace(format.weekday(day), '').trim()
    : String(Number(day.slice(8)));
  const note = planned?.note;
  const says =
    note && note !== 'WORKDAY' && !(note === 'REST' && planned.sessions.length > 0)
      ? (planned.holiday ?? t(`DayNote.${note}`))
      : undefined;
  return (
    <div className={`cd ${note ? LOOKS[note] : 'past'}`}>
      <b>{number}</b>
      {planned?.sessions.map(({ starts, capacity, change, booked }) => (
        <span
          key={`${starts}${change}`}
          className={`s${change === 'ADDED' ? ' new' : change === 'REMOVED' ? ' rm' : ''}`}
        >
          {change === 'ADDED' && <DeskIcon name="plus" />}
          {change === 'REMOVED' && <DeskIcon name="minus" />}
          <span className="vh">{t(`PlannedChange.${change}`)}</span>
          <span>{starts}</span>
          <em>
            {change === 'REMOVED' && booked > 0
              ? t('console.plan.booked', { count: booked })
              : t('console.places', { count: capacity })}
          </em>
        </span>
      ))}
      {says && <span>{says}</span>}
    </div>
  );
}
