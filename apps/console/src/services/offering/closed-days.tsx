import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../access/viewer';
import { ReopenDayDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/overlays';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { CloseDayDialog } from './close-day-dialog';
import type { PlannedDay } from './timetable';

interface ClosedDaysProps {
  readonly centreId: string;
  readonly closed: readonly { readonly day: string; readonly reason: string }[];
  readonly today: string;
  readonly onChanged: () => void;
  readonly holidays?: readonly PlannedDay[];
}

/** What goes before the weekly rule: days on which the centre is closed, and statutory holidays. */
export function ClosedDays({
  centreId,
  closed,
  today,
  onChanged,
  holidays = [],
}: ClosedDaysProps): ReactElement {
  const { t, format } = useWords();
  const calls = useMay('CHECK_IN');
  const [closing, setClosing] = useState(false);
  const [reopening, setReopening] = useState<string>();
  return (
    <Panel
      title={t('console.closed.title')}
      note={t('console.closed.note')}
      side={
        <Button small icon="plus" onClick={() => setClosing(true)}>
          {t('console.closed.add')}
        </Button>
      }
    >
      {closed.length + holidays.length === 0 && <p className="pb m">{t('console.closed.none')}</p>}
      {closed.map(({ day, reason }) => (
        <div key={day} className="exc">
          <Status tone="bad" icon="calendar-x">
            {t('DayNote.CLOSED')}
          </Status>
          <p>
            <b>{format.day(day)}</b> <span className="m">{reason}</span>
          </p>
          {calls && (
            <Link
              className="b1 b1--s"
              to={`/desk/closed?day=${day}`}
              aria-label={t('console.closed.listOf', { day: format.day(day) })}
            >
              {t('console.closed.list')}
            </Link>
          )}
          <Button
            small
            onClick={() => setReopening(day)}
            aria-label={t('console.closed.reopenOf', { day: format.day(day) })}
          >
            {t('console.closed.reopen')}
          </Button>
        </div>
      ))}
      {holidays.map(({ day, note, holiday }) => (
        <div key={day} className="exc">
          <Status tone="mute" icon={note === 'HOLIDAY' ? 'calendar-off' : 'calendar-plus'}>
            {t(`DayNote.${note}`)}
          </Status>
          <p>
            <b>{format.day(day)}</b> <span className="m">{holiday}</span>
          </p>
          <span className="m">{t('console.closed.automatic')}</span>
        </div>
      ))}
      {closing && (
        <CloseDayDialog
          centreId={centreId}
          today={today}
          onClose={() => setClosing(false)}
          onDone={() => {
            setClosing(false);
            onChanged();
          }}
        />
      )}
      {reopening && (
        <ReopenDialog
          centreId={centreId}
          day={reopening}
          onClose={() => setReopening(undefined)}
          onDone={() => {
            setReopening(undefined);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function ReopenDialog({
  centreId,
  day,
  onClose,
  onDone,
}: {
  readonly centreId: string;
  readonly day: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { t, format } = useWords();
  const { act, busy, message } = useAct(ReopenDayDocument);
  const reopen = async () => {
    const { done } = await act({ centreId, day });
    if (done) onDone();
  };
  return (
    <Dialog
      open
      title={t('console.closed.reopenTitle', { day: format.day(day) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('console.closed.reopenNot')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void reopen()}>
            {t('console.closed.reopen')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('console.closed.reopenText')}</p>
        <Problem message={message} />
      </div>
    </Dialog>
  );
}
