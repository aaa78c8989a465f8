import { useNow } from '@linli/client';
import { type ReactElement, type ReactNode, useState } from 'react';
import { CancelBookingDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { Dialog, Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { ArrivalState, Flags } from './arrival-columns';
import { type Arrival, isCallable } from './arrivals';
import { checkInOpens } from './option-words';
import { toPay } from './price-lines';
import type { CheckingIn } from './use-check-in';
import { sessionName } from './words-of';

interface BookingDrawerProps {
  readonly booking: Arrival | undefined;
  readonly checkIn: CheckingIn;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** All that is known of one booking, and what may be done to it now. */
export function BookingDrawer({ booking, checkIn, onClose, onChanged }: BookingDrawerProps): ReactElement {
  const { t } = useWords();
  const [cancelling, setCancelling] = useState(false);
  const can = (move: Arrival['viewerCan'][number]) => booking?.viewerCan.includes(move) ?? false;
  return (
    <>
      <Drawer
        open={booking !== undefined}
        onClose={onClose}
        title={booking ? `${booking.beneficiary.name} ${booking.ticketNumber}` : ''}
        footer={
          <div className="acts">
            {booking && <WhyNotNow booking={booking} />}
            {can('CANCEL') && (
              <Button kind="bad" onClick={() => setCancelling(true)}>
                {t('console.booking.cancel')}
              </Button>
            )}
            {booking && can('CHECK_IN') && (
              <Button
                kind="primary"
                busy={checkIn.busyId === booking.id}
                onClick={() => void checkIn.checkIn(booking)}
              >
                {t('BookingMove.CHECK_IN')}
              </Button>
            )}
            {booking && can('UNDO_CHECK_IN') && checkIn.last?.id === booking.id && (
              <Button onClick={() => void checkIn.undo()}>{t('BookingMove.UNDO_CHECK_IN')}</Button>
            )}
          </div>
        }
      >
        {booking && <Facts booking={booking} />}
      </Drawer>
      {booking && cancelling && (
        <CancelDialog
          booking={booking}
          onClose={() => setCancelling(false)}
          onDone={() => {
            setCancelling(false);
            onClose();
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** Which act is not there, and why: a check-in is of the day, and what has begun is not cancelled. */
function WhyNotNow({ booking }: { readonly booking: Arrival }): ReactElement | null {
  const words = useWords();
  const now = useNow(15_000);
  const { session, state } = booking;
  if (state !== 'CONFIRMED') return null;
  const begun = Date.parse(session.startsAt) <= now.getTime();
  const why =
    checkInOpens(words, session.day, dayOf(now)) ?? (begun ? words.t('console.booking.begun') : undefined);
  return why ? <span className="m push-r">{why}</span> : null;
}

const phoneOf = (phone: string | null): ReactNode =>
  isCallable(phone) ? <a href={`tel:${phone}`}>{phone}</a> : (phone ?? '—');

function Facts({ booking }: { readonly booking: Arrival }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const now = useNow(15_000);
  const { beneficiary, session, price } = booking;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('console.booking.state'), <ArrivalState key="state" arrival={booking} now={now} />],
    [
      t('console.booking.session'),
      `${format.day(session.day)} ${session.service.meal ? sessionName(words, session) : session.title} ${format.timeRange(session.startsAt, session.endsAt)}`,
    ],
    [t('console.booking.place'), session.place],
    ...(booking.texture ? [[t('console.booking.texture'), t(`Texture.${booking.texture}`)] as const] : []),
    [
      t('console.booking.person'),
      <span key="person">
        {t('console.person.aged', { name: beneficiary.name, age: beneficiary.age })}
        <Flags person={beneficiary} />
      </span>,
    ],
    [t('console.booking.address'), beneficiary.building ?? '—'],
    [t('common.phone'), phoneOf(beneficiary.phone)],
    [t('console.booking.channel'), `${t(`Channel.${booking.channel}`)} ${format.dateTime(booking.bookedAt)}`],
    [
      t('console.booking.pays'),
      `${toPay(words, price.payFen)}${price.ruleName ? t('console.aside', { text: `${price.ruleName} −${format.money(price.subsidyFen)}` }) : ''}`,
    ],
    ...(booking.allergyOverridden
      ? [[t('console.booking.allergy'), t('console.booking.overridden')] as const]
      : []),
    ...(booking.cancelReason ? [[t('console.booking.why'), booking.cancelReason] as const] : []),
  ];
  return (
    <dl className="dl">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const REASONS = ['ill', 'away', 'mistake'] as const;

function CancelDialog({
  booking,
  onClose,
  onDone,
}: {
  readonly booking: Arrival;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(CancelBookingDocument);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = async () => {
    setTried(true);
    if (!reason.trim()) return focusFirstFault();
    const { done } = await act({ id: booking.id, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.booking.cancelled', { name: booking.beneficiary.name }));
    onDone();
  };
  return (
    <Dialog
      open
      icon="triangle-alert"
      title={t('console.booking.cancelTitle', { name: booking.beneficiary.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('console.booking.keep')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void cancel()}>
            {t('console.booking.cancel')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {format.day(booking.session.day)} {booking.session.title}
          {t('console.comma')}
          {booking.ticketNumber}
        </p>
        <TextField
          label={t('console.booking.reason')}
          value={reason}
          error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
          onChange={setReason}
          maxLength={100}
          autoFocus
        />
        <div className="cks" role="group" aria-label={t('console.booking.usualReasons')}>
          {REASONS.map((key) => (
            <Button key={key} small onClick={() => setReason(t(`console.booking.reason.${key}`))}>
              {t(`console.booking.reason.${key}`)}
            </Button>
          ))}
        </div>
        <Problem message={message} />
      </div>
    </Dialog>
  );
}
