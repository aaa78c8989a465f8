import { can, type Viewer } from '@linli/domain/access';
import { type CancelBookingInput, holdsAPlace, refusalToCancel } from '@linli/domain/services/bookings';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { sessionById } from '../centres/index.js';
import { Booking } from './booking.entity.js';

const giveBackPlace = statement<Pick<Booking, 'sessionId'>, never>({
  name: 'give-back-place',
  text: 'UPDATE session_places SET taken = taken - 1 WHERE session_id = :sessionId',
});

export const cancelBooking = (
  db: Database,
  viewer: Viewer,
  { id, reason }: CancelBookingInput,
): Promise<Booking | Refused> =>
  transaction(db, async (tx) => {
    const booking = await tx.findOne(Booking, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!booking) throw notFound('booking');
    const session = await sessionById(tx, booking.sessionId);
    if (!can(viewer, 'CANCEL_BOOKING', { personId: booking.beneficiaryId, area: session.area })) {
      throw notFound('booking');
    }
    if (booking.cancelReason === reason) return booking;

    const refusal = refusalToCancel({ state: booking.state, now: await now(tx), startsAt: session.startsAt });
    if (refusal) return new Refused(refusal);

    const cancelled = { state: 'CANCELLED', cancelReason: reason } as const;
    await tx.update(Booking, { id }, cancelled);
    if (holdsAPlace(booking.state)) await giveBackPlace(tx, booking);
    await recordEvent(tx, { name: 'bookings.cancelled', subjectId: session.id, payload: { bookingId: id } });
    return Object.assign(booking, cancelled);
  });
