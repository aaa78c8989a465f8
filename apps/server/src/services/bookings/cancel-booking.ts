import type { Viewer } from '@linli/domain/access';
import { type CancelBookingInput, refusalToCancel } from '@linli/domain/services/bookings';
import type { Database } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { changeBooking } from './change-booking.js';

export const cancelBooking = (
  db: Database,
  viewer: Viewer,
  { id, reason }: CancelBookingInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
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
