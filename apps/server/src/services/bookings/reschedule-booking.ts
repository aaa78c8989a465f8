import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type BookingId,
  type BookingRunId,
  refusalToReschedule,
  type RescheduleBookingInput,
} from '@linli/domain/services/bookings';
import type { ServiceCategory, ServiceId, SessionId } from '@linli/domain/services/centres';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { type Answer, bookOnce, wishOf } from './book-once.js';
import { recordOverride } from './book.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { bookingToChange, changeInside } from './change-booking.js';
import { lockPlaces } from './offer-places.js';
import { tellOfBookings } from './tell.js';

/** Why the old booking is none any more. */
const REASON = '改期';

interface Both {
  readonly from: BookingId;
  readonly sessionId: SessionId;
}
interface OfBoth {
  readonly oldSessionId: SessionId;
  /** A date of a class is made up in the same class. */
  readonly isOfSeries: boolean;
  readonly oldServiceId: ServiceId;
  readonly serviceId: ServiceId | null;
  readonly oldCategory: ServiceCategory;
  readonly category: ServiceCategory | null;
}
const sessionsOfMove = statement<Both, OfBoth>({
  name: 'sessions-of-move',
  text: `
    SELECT old.id AS old_session_id, old.series_id IS NOT NULL AS is_of_series, old_service.id AS old_service_id,
      old_service.category AS old_category,
      (SELECT service_id FROM session WHERE session.id = :sessionId) AS service_id,
      (SELECT category FROM session JOIN service ON service.id = session.service_id WHERE session.id = :sessionId) AS category
    FROM booking
      JOIN session old ON old.id = booking.session_id
      JOIN service old_service ON old_service.id = old.service_id
    WHERE booking.id = :from`,
});

const link = statement<{ id: BookingId; from: BookingId }, { runId: BookingRunId | null }>({
  name: 'link-moved-booking',
  // A day of a range that is moved stays one of it.
  text: `
    UPDATE booking SET rescheduled_from = :from,
      run_id = coalesce(run_id, (SELECT old.run_id FROM booking old WHERE old.id = :from))
    WHERE id = :id RETURNING run_id`,
});

const movedTo = statement<{ from: BookingId }, { id: BookingId; sessionId: SessionId }>({
  name: 'moved-to',
  text: 'SELECT id, session_id FROM booking WHERE rescheduled_from = :from',
});

/** The old one is given back as anyone gives it back, and the new one taken as anyone takes it. */
async function moveInside(
  tx: Transaction,
  viewer: Viewer,
  input: RescheduleBookingInput,
): Promise<Booking | Refused> {
  const { id, from, sessionId } = input;
  const [both] = await sessionsOfMove(tx, { from, sessionId });
  if (both) await lockPlaces(tx, { ids: [both.oldSessionId, sessionId] });
  const old = await bookingToChange(tx, viewer, { id: from, action: 'CANCEL_BOOKING', target: targetOf });
  const wish = wishOf(viewer, {
    ...{ id, sessionId, beneficiaryId: old.beneficiaryId, allowAllergens: input.allowAllergens },
    channel: input.channel ?? (viewer.face === 'CONSOLE' ? 'PHONE' : 'APP'),
    texture: input.texture ?? old.texture,
  });
  if (!wish) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  const [moved] = await movedTo(tx, { from });
  if (moved?.id === id) return bookingOf(await bookOnce(tx, wish));
  const isSameKind = !both || areOfOneKind(both);
  const refusal = refusalToReschedule(old, {
    isStaff: viewer.face === 'CONSOLE',
    ...{ isSameKind, isSameSession: old.sessionId === sessionId },
  });
  if (refusal) return new Refused(refusal);

  const given = await changeInside(tx, viewer, {
    ...{ id: from, reason: REASON, move: 'CANCEL', action: 'CANCEL_BOOKING', target: targetOf },
    ...{ event: 'bookings.cancelled', isDone: () => false, refusal: () => undefined },
  });
  if (given instanceof Refused) return given;
  const taken = await bookOnce(tx, wish);
  if (taken instanceof Refused) throw new Undone(taken);
  // The id stood for something else: that is not what this one became.
  if (!taken.isNew) throw new Undone(new Refused(Refusal.CONFLICT));
  const { booking } = taken;
  const [linked] = await link(tx, { id, from });
  await tellOfBookings(tx, {
    ...{ kind: 'BOOKING_MOVED', bookings: [id], except: viewer.personId },
    more: ({ ticketNumber }) => ({
      ticketNumber,
      oldStartsAt: old.startsAt.toISOString(),
      oldEndsAt: old.endsAt.toISOString(),
    }),
  });
  await recordOverride(tx, viewer, booking);
  return Object.assign(booking, { rescheduledFrom: from, runId: linked?.runId ?? null });
}

const areOfOneKind = (both: OfBoth): boolean =>
  both.serviceId === null ||
  (both.isOfSeries ? both.serviceId === both.oldServiceId : both.category === both.oldCategory);

const bookingOf = (answer: Answer): Booking | Refused =>
  answer instanceof Refused ? answer : answer.booking;

/**
 * The new place is taken and the old one freed in one act, with the price and by the rules of the new day; whatever
 * refuses the new one leaves the old one untouched. The same again is the same booking.
 */
export const rescheduleBooking = (
  db: Database,
  viewer: Viewer,
  input: RescheduleBookingInput,
): Promise<Booking | Refused> =>
  orWhyNot(secondLook(() => transaction(db, (tx) => moveInside(tx, viewer, input))));
