import type { Viewer } from '@linli/domain/access';
import { type CancelBookingInput, refusalToCancel } from '@linli/domain/services/bookings';
import { type Database, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { type Change, changeInside } from './change-booking.js';
import { tellOfBookings } from './tell.js';

const cancelChange = (viewer: Viewer, { id, reason }: CancelBookingInput): Change => ({
  ...{
    id,
    reason,
    move: 'CANCEL',
    action: 'CANCEL_BOOKING',
    event: 'bookings.cancelled',
    target: targetOf,
  },
  isDone: (booking) => booking.state === 'CANCELLED' && booking.cancelReason === reason,
  refusal: (booking) => refusalToCancel(booking, { isStaff: viewer.face === 'CONSOLE' }),
});

/** Whose booking somebody else cancels is told. */
export const cancelBooking = (
  db: Database,
  viewer: Viewer,
  input: CancelBookingInput,
): Promise<Booking | Refused> =>
  transaction(db, async (tx) => {
    const cancelled = await changeInside(tx, viewer, cancelChange(viewer, input));
    if (!(cancelled instanceof Refused) && cancelled.beneficiaryId !== viewer.personId) {
      const { personId: except } = viewer;
      const more = { reason: input.reason };
      await tellOfBookings(tx, { kind: 'BOOKING_CANCELLED_FOR_YOU', bookings: [cancelled.id], more, except });
    }
    return cancelled;
  });
