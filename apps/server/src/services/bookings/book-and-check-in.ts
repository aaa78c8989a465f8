import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { BookAndCheckInInput } from '@linli/domain/services/bookings';
import { type Database, secondLook, transaction } from '../../platform/database/index.js';
import { orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { bookOnce, wishOf } from './book-once.js';
import { recordOverride } from './book.js';
import type { Booking } from './booking.type.js';
import { changeInside } from './change-booking.js';
import { checkInChange } from './check-in.js';

/** Somebody stands at the counter: booked and checked in, or neither. */
export async function bookAndCheckIn(
  db: Database,
  viewer: Viewer,
  input: BookAndCheckInInput,
): Promise<Booking | Refused> {
  const wish = wishOf(viewer, { ...input, channel: 'COUNTER' });
  if (!wish) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  const both = () =>
    transaction(db, async (tx) => {
      const booked = await bookOnce(tx, wish);
      if (booked instanceof Refused) return booked;
      const arrived = await changeInside(tx, viewer, checkInChange(input));
      if (arrived instanceof Refused) throw new Undone(arrived);
      if (booked.isNew) await recordOverride(tx, viewer, booked.booking);
      return arrived;
    });
  return orWhyNot(secondLook(both));
}
