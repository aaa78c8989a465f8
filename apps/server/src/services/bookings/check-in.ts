import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type CheckInInput,
  refusalToCheckIn,
  refusalToUndoCheckIn,
  type UndoCheckInInput,
} from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { placeOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { type Change, changeBooking } from './change-booking.js';

const atTheDesk = { action: 'CHECK_IN', target: placeOf } as const;

const comesHome = statement<{ id: SessionId }, { atHome: boolean }>({
  name: 'session-is-at-home',
  text: 'SELECT service.at_home FROM session JOIN service ON service.id = service_id WHERE session.id = :id',
});

/** Who is visited comes to no desk: that somebody was there is written down at the door. */
async function refusalAtDesk(booking: Booking, tx: Transaction): Promise<Refusal | undefined> {
  const [service] = await comesHome(tx, { id: booking.sessionId });
  return service?.atHome ? Refusal.SIGNED_AT_THE_DOOR : refusalToCheckIn(booking);
}

/** Twice is once, and so are two of the staff at the same moment. */
export const checkInChange = ({ id }: CheckInInput): Change => ({
  ...{ id, ...atTheDesk, move: 'CHECK_IN', event: 'bookings.checked-in' },
  isDone: ({ state }) => state === 'CHECKED_IN',
  refusal: refusalAtDesk,
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
