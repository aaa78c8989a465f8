import type { Viewer } from '@linli/domain/access';
import {
  type ApproveBookingInput,
  type DeclineBookingInput,
  refusalToDecide,
} from '@linli/domain/services/bookings';
import type { Database } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { auditBooking } from './audit-booking.js';
import { placeOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { changeBooking } from './change-booking.js';
import { tellOfBookings } from './tell.js';

const deciding = { action: 'DECIDE_BOOKINGS', target: placeOf, refusal: refusalToDecide } as const;

/** What was asked for is given. Twice is once. */
export const approveBooking = (
  db: Database,
  viewer: Viewer,
  { id }: ApproveBookingInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
    ...{ id, ...deciding, move: 'CONFIRM', event: 'bookings.approved' },
    isDone: ({ state, decidedAt }) => state === 'CONFIRMED' && decidedAt !== null,
    async afterwards(tx, booking) {
      const { ticketNumber } = booking;
      await tellOfBookings(tx, { kind: 'APPROVED', bookings: [id], more: { ticketNumber } });
      await auditBooking(tx, viewer, booking, 'BOOKING_APPROVED');
    },
  });

/** What was asked for is not given, and why: the place is free again. */
export const declineBooking = (
  db: Database,
  viewer: Viewer,
  { id, reason }: DeclineBookingInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
    ...{ id, reason, ...deciding, move: 'DECLINE', event: 'bookings.declined' },
    isDone: ({ state, decisionReason }) => state === 'DECLINED' && decisionReason === reason,
    async afterwards(tx, booking) {
      await tellOfBookings(tx, { kind: 'DECLINED', bookings: [id], more: { reason } });
      await auditBooking(tx, viewer, booking, 'BOOKING_DECLINED', { reason });
    },
  });
