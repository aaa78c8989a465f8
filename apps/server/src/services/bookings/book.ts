import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { BookInput } from '@linli/domain/services/bookings';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, secondLook, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { bookOnce, type Wish, wishOf } from './book-once.js';
import { bookTogether, canWait } from './book-together.js';
import type { Booking } from './booking.type.js';
import { tellOfBookings } from './tell.js';

export async function book(db: Database, viewer: Viewer, input: BookInput): Promise<Booking | Refused> {
  const wish = wishOf(viewer, input);
  if (!wish) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  if (wish.channel !== 'APP') return secondLook(() => bookForAnother(db, viewer, wish));
  const booked = await (canWait(wish) ? bookTogether(db, wish) : secondLook(() => bookOnce(db, wish)));
  return booked instanceof Refused ? booked : booked.booking;
}

/** Who did not book it themselves is told; whoever lets a clashing dish pass signs for it. */
const bookForAnother = (db: Database, viewer: Viewer, wish: Wish): Promise<Booking | Refused> =>
  transaction(db, async (tx) => {
    const booked = await bookOnce(tx, wish);
    if (booked instanceof Refused) return booked;
    const { booking, isNew } = booked;
    if (isNew) {
      const telling = { bookings: [booking.id], except: wish.bookerId };
      if (booking.state === 'REQUESTED') {
        await tellOfBookings(tx, { ...telling, kind: 'REQUEST_RECEIVED', more: {} });
      } else {
        const more = { ticketNumber: booking.ticketNumber };
        await tellOfBookings(tx, { ...telling, kind: 'BOOKING_CONFIRMED', more });
      }
      await recordOverride(tx, viewer, booking);
    }
    return booking;
  });

export async function recordOverride(tx: Transaction, viewer: Viewer, booking: Booking): Promise<void> {
  if (!booking.allergyOverridden) return;
  await recordAudit(tx, {
    actor: actorOf(viewer),
    action: 'ALLERGY_OVERRIDDEN',
    subject: { kind: 'BOOKING', id: booking.id, name: booking.ticketNumber },
    places: { ...placesOf(viewer), centreIds: [booking.centreId] },
  });
}
