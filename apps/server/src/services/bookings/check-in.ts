import type { Viewer } from '@linli/domain/access';
import {
  type CheckInInput,
  refusalToCheckIn,
  refusalToUndoCheckIn,
  type UndoCheckInInput,
} from '@linli/domain/services/bookings';
import type { Database } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { placeOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { type Change, changeBooking } from './change-booking.js';

const atTheDesk = { action: 'CHECK_IN', target: placeOf } as const;

/** Twice is once, and so are two of the staff at the same moment. */
export const checkInChange = ({ id }: CheckInInput): Change => ({
  ...{ id, ...atTheDesk, move: 'CHECK_IN', event: 'bookings.checked-in' },
  isDone: ({ state }) => state === 'CHECKED_IN',
  refusal: refusalToCheckIn,
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
    refusal: refusalToUndoCheckIn,
  });
