import { type ReactElement, useState } from 'react';
import { CloseDayDocument, DeskOfDayDocument, SessionsOfDayDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface CloseDayDialogProps {
  readonly centreId: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CloseDayDialog({ centreId, today, onClose, onDone }: CloseDayDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [day, setDay] = useState(addDays(today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(CloseDayDocument);
  const missing = (value: string) => (tried && !value.trim() ? t('issue.invalid_type') : undefined);
  const close = async () => {
    setTried(true);
    if (!reason.trim() || !day) return focusFirstFault();
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
          <Button onClick={onClose}>{t('console.closed.not')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void close()}>
            {t('console.closed.do')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="f f--2" style={{ padding: 0 }}>
          <Field label={t('console.closed.day')} error={missing(day)}>
            {(control) => (
              <DayPicker
                id={control.id}
                value={day}
                min={today}
                invalid={control['aria-invalid'] ?? false}
                onChange={setDay}
              />
            )}
          </Field>
          <TextField
            label={t('console.booking.reason')}
            value={reason}
            error={missing(reason)}
            onChange={setReason}
            maxLength={60}
          />
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
