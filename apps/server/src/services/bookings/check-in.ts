import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type CheckInInput,
  refusalToCheckIn,
  refusalToUndoCheckIn,
  type UndoCheckInInput,
} from '@linli/domain/services/bookings';
import type { Database, Transaction } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { placeOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { type Change, changeBooking } from './change-booking.js';
import { visitsAmong } from './session-places.queries.js';

const atTheDesk = { action: 'CHECK_IN', target: placeOf } as const;

/** Who is visited comes to no desk: that somebody was there is written down at the door, and nowhere else taken back. */
const atDesk =
  (refusalTo: (booking: Booking) => Refusal | undefined) =>
  async (booking: Booking, tx: Transaction): Promise<Refusal | undefined> =>
    (await visitsAmong(tx, [booking.sessionId])).length > 0 ? Refusal.SIGNED_AT_THE_DOOR : refusalTo(booking);

/** Twice is once, and so are two of the staff at the same moment. */
export const checkInChange = ({ id }: CheckInInput): Change => ({
  ...{ id, ...atTheDesk, move: 'CHECK_IN', event: 'bookings.checked-in' },
  isDone: ({ state }) => state === 'CHECKED_IN',
  refusal: atDesk(refusalToCheckIn),
});

export const checkIn = (db: Database, viewer: Viewer, input: CheckInInput): Promise<Booking | Refused> =>
  changeBooking(db, viewer, checkInChange(input));

export const undoCheckIn = (
  db: Database,
  viewer: Viewer,
  { id }: UndoCheckInInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
    ...{ id, ...atTheDesk, move: 'UNDO_CHECK_IN', event: 'bookings.check-in-undone' },
    isDone: () => false,
    refusal: atDesk(refusalToUndoCheckIn),
  });
