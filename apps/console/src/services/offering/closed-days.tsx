import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  CloseDayDocument,
  DeskOfDayDocument,
  ReopenDayDocument,
  SessionsOfDayDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
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

interface CloseDayDialogProps {
  readonly centreId: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function CloseDayDialog({ centreId, today, onClose, onDone }: CloseDayDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [day, setDay] = useState(addDays(today, 1));
  const [reason, setReason] = useState('');
  const { act, busy, message } = useAct(CloseDayDocument);
  const close = async () => {
    const { done } = await act({ centreId, day, reason: reason.trim() });
    if (!done) return;
    toast(
      'ok',
      t('console.closed.done', {
        day: format.day(day),
        sessions: done.cancelledSessions,
        bookings: done.cancelledBookings,
      }),
    );
    onDone();
  };
  return (
    <Dialog
      open
      wide
      icon="triangle-alert"
      title={t('console.closed.addTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" busy={busy} disabled={!reason.trim() || !day} onClick={() => void close()}>
            {t('console.closed.do')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="f f--2" style={{ padding: 0 }}>
          <Field label={t('console.closed.day')}>
            {(control) => <DayPicker id={control.id} value={day} min={today} onChange={setDay} />}
          </Field>
          <TextField label={t('console.booking.reason')} value={reason} onChange={setReason} maxLength={60} />
        </div>
        {day && <WhomItHits centreId={centreId} day={day} />}
        <Problem message={message} />
      </div>
    </Dialog>
  );
}

/** Before it is done: which sessions fall, and who has booked them. */
function WhomItHits({ centreId, day }: { readonly centreId: string; readonly day: string }): ReactElement {
  const { t, format } = useWords();
  const sessions = useRead(SessionsOfDayDocument, { centreId, from: day, to: day });
  const desk = useRead(DeskOfDayDocument, { centreId, day });
  const hit = desk.data?.desk.arrivals.filter(({ state }) =>
    ['REQUESTED', 'CONFIRMED', 'OFFERED', 'WAITLISTED'].includes(state),
  );
  return (
    <Loaded read={sessions} rows={3}>
      {({ sessions: all }) => {
        const open = all.filter(({ state }) => state === 'SCHEDULED');
        return (
          <section className="note" style={{ display: 'block' }} aria-live="polite">
            <b>
              {t('console.closed.hits', {
                sessions: open.length,
                bookings: open.reduce((sum, { taken }) => sum + taken, 0),
              })}
            </b>
            <ul
              tabIndex={0}
              aria-label={t('console.desk.arrivals')}
              className="stack stack--s"
              style={{ maxHeight: 220, overflow: 'auto', marginTop: 8 }}
            >
              {open.map(({ id, title, startsAt, taken }) => (
                <li key={id}>
                  {format.time(startsAt)} {title}{' '}
                  <span className="m">{t('console.closed.booked', { count: taken })}</span>
                  {taken > 0 && hit && (
                    <small className="m">
                      {' '}
                      {hit
                        .filter(({ session }) => session.id === id)
                        .map(({ beneficiary }) => beneficiary.name)
                        .join('、')}
                    </small>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Loaded>
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
          <Button onClick={onClose}>{t('common.cancel')}</Button>
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
