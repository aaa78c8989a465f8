import { useNow } from '@linli/client';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { Drawer } from '../../kit/overlays';
import { useWords } from '../../kit/words';
import { DayLogButton } from '../day-care/day-log-button';
import { ArrivalState, Flags } from './arrival-columns';
import { type Arrival, isCallable } from './arrivals';
import { CancelDialog, cancelWord } from './cancel-dialog';
import { MoveDrawer } from './move-drawer';
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
  const [moving, setMoving] = useState(false);
  const movable = booking?.state === 'CONFIRMED' || booking?.state === 'REQUESTED';
  const can = (move: Arrival['viewerCan'][number]) => booking?.viewerCan.includes(move) ?? false;
  return (
    <>
      <Drawer
        open={booking !== undefined}
        onClose={onClose}
        title={booking ? `${booking.beneficiary.name} ${booking.ticketNumber}`.trim() : ''}
        footer={
          <div className="acts">
            {booking && <WhyNotNow booking={booking} />}
            {booking && <DayLogButton booking={booking} />}
            {movable && can('CANCEL') && (
              <Button onClick={() => setMoving(true)}>{t('console.move.act')}</Button>
            )}
            {can('CANCEL') && (
              <Button kind="bad" onClick={() => setCancelling(true)}>
                {t(cancelWord(booking?.state))}
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
      {booking && moving && (
        <MoveDrawer
          booking={booking}
          onClose={() => setMoving(false)}
          onDone={() => {
            setMoving(false);
            onClose();
            onChanged();
          }}
        />
      )}
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

export const phoneOf = (phone: string | null): ReactNode =>
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
