import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { type BookingFacts, type BookInput, refusalToBook } from '@linli/domain/services/bookings';
import { type Database, isUniqueViolation, statement, withinReach } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { bookingFacts, sessionWithPlaces } from './booking-facts.js';
import type { Booking } from './booking.entity.js';

type NoBooking = { [Column in keyof Booking]: null };
type Attempt = BookingFacts & (Booking | NoBooking);

/** Looks, takes a place, books and records in one statement: hot sessions have no time for a transaction. */
export const bookSql = `
  WITH facts AS (
    SELECT ${bookingFacts}
    FROM ${sessionWithPlaces}
    WHERE session.id = :sessionId AND ${withinReach({ personId: ':beneficiaryId', area: 'session.area' })}
  ), earlier AS (
    SELECT * FROM booking WHERE id = :id
  ), place AS (
    INSERT INTO session_places AS places (session_id, capacity, taken)
    SELECT :sessionId, capacity, 1
    FROM facts
    WHERE NOT EXISTS (SELECT FROM earlier)
      AND NOT already_booked
      AND now >= opens_at AND now < closes_at
      AND booked_this_week < weekly_quota
      AND taken < capacity
    ON CONFLICT (session_id) DO UPDATE SET taken = places.taken + 1, capacity = excluded.capacity
    WHERE places.taken < excluded.capacity
    RETURNING session_id
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state)
    SELECT :id, session_id, :beneficiaryId, :bookerId, :channel, 'CONFIRMED' FROM place
    RETURNING *
  ), recorded AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', session_id, jsonb_build_object('bookingId', id) FROM booked
  )
  SELECT * FROM facts LEFT JOIN (TABLE booked UNION ALL TABLE earlier) booking ON true`;

const attempt = statement<BookInput & Reach & { bookerId: PersonId }, Attempt>({
  name: 'book',
  text: bookSql,
});

export async function book(db: Database, viewer: Viewer, input: BookInput): Promise<Booking | Refused> {
  const wish = { ...input, ...reachOf(viewer, 'BOOK'), bookerId: viewer.personId };
  // Another wish may win the id or the person's place in between; the second look then sees it.
  const [result] = await attempt(db, wish).catch((error: unknown) => {
    if (isUniqueViolation(error)) return attempt(db, wish);
    throw error;
  });
  if (!result) throw notFound('session');
  if (result.id !== null) return isSameWish(result, input) ? result : new Refused(Refusal.CONFLICT);
  // Only the counter is newer than the facts: what they would allow was taken meanwhile.
  return new Refused(refusalToBook(result) ?? Refusal.SESSION_FULL, detailsOf(result));
}

const isSameWish = (booking: Booking, input: BookInput): boolean =>
  booking.sessionId === input.sessionId &&
  booking.beneficiaryId === input.beneficiaryId &&
  booking.channel === input.channel;

const detailsOf = ({ opensAt, closesAt, weeklyQuota }: BookingFacts) => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
  weeklyQuota,
});
