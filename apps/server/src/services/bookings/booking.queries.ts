import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { type BookingFacts, type BookingId, refusalToBook } from '@linli/domain/services/bookings';
import type { CentreId, SessionId } from '@linli/domain/services/centres';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { bookingFacts, sessionWithPlaces } from './booking-facts.js';
import type { Booking } from './booking.entity.js';
import type { SessionToBook } from './session-to-book.type.js';

const bookingWithinReach = statement<Reach & { id: BookingId }, Booking>({
  name: 'booking-within-reach',
  text: `
    SELECT booking.*
    FROM booking JOIN session ON session.id = booking.session_id
    WHERE booking.id = :id AND ${withinReach({ personId: 'booking.beneficiary_id', area: 'session.area' })}`,
});

export async function bookingById(db: Database, viewer: Viewer, id: BookingId): Promise<Booking> {
  const [booking] = await bookingWithinReach(db, { id, ...reachOf(viewer, 'SEE_BOOKINGS') });
  if (!booking) throw notFound('booking');
  return booking;
}

interface BookingPage {
  readonly centreId: CentreId;
  readonly beneficiaryId: PersonId;
  readonly first: number;
}

const comingSessions = statement<
  BookingPage & Reach,
  BookingFacts & Omit<SessionToBook, 'refusal' | 'placesLeft'>
>({
  name: 'coming-sessions',
  text: `
    SELECT session.id, session.title, session.starts_at, ${bookingFacts}
    FROM ${sessionWithPlaces}
    WHERE session.centre_id = :centreId AND session.starts_at > now()
      AND ${withinReach({ personId: ':beneficiaryId', area: 'session.area' })}
    ORDER BY session.starts_at, session.id
    LIMIT :first`,
});

/** The next sessions of a centre, each with what stands in the way of booking it. */
export async function sessionsToBook(
  db: Database,
  viewer: Viewer,
  page: BookingPage,
): Promise<SessionToBook[]> {
  const sessions = await comingSessions(db, { ...page, ...reachOf(viewer, 'BOOK') });
  return sessions.map((session) => ({
    ...session,
    placesLeft: session.capacity - session.taken,
    refusal: refusalToBook(session),
  }));
}

const bookingsOfSessions = statement<Reach & { ids: readonly SessionId[] }, Booking>({
  name: 'bookings-of-sessions',
  text: `
    SELECT booking.*
    FROM booking JOIN session ON session.id = booking.session_id
    WHERE session_id = ANY (:ids) AND ${withinReach({ personId: 'booking.beneficiary_id', area: 'session.area' })}
    ORDER BY booked_at, id`,
});

export const bookingsOfSession = batched(
  ({ db, viewer }, ids: readonly SessionId[]) =>
    bookingsOfSessions(db, { ids, ...reachOf(viewer, 'SEE_BOOKINGS') }),
  (bookings, id) => bookings.filter(({ sessionId }) => sessionId === id),
);

const takenOfSessions = statement<{ ids: readonly SessionId[] }, { sessionId: SessionId; taken: number }>({
  name: 'taken-of-sessions',
  text: 'SELECT session_id, taken FROM session_places WHERE session_id = ANY (:ids)',
});

export const takenOfSession = batched(
  ({ db }, ids: readonly SessionId[]) => takenOfSessions(db, { ids }),
  (rows, id) => rows.find(({ sessionId }) => sessionId === id)?.taken ?? 0,
);
