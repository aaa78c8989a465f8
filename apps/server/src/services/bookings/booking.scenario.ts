import { expect } from '@jest/globals';
import { type PersonId, personId, type Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import type { Refusal } from '@linli/domain/refusals';
import { type BookInput, bookingId } from '@linli/domain/services/bookings';
import { centreId, type SessionId, sessionId } from '@linli/domain/services/centres';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { Session } from '../centres/index.js';
import { book, Booking, cancelBooking } from './index.js';

const HOUR = 3_600_000;
export const hours = (count: number): Date => new Date(Date.now() + count * HOUR);

/** The words that the tests of bookings are written in. */
export function bookingScenario(database: () => Database) {
  const given = {
    /** A session tomorrow that can be booked now. */
    async session(unlike: Partial<Session> = {}): Promise<Session> {
      const startsAt = unlike.startsAt ?? hours(24);
      const session: Session = {
        id: newId(sessionId),
        centreId: newId(centreId),
        serviceId: newId(centreId),
        area: '411103/02/',
        title: '助餐',
        day: plainDateOf(startsAt),
        startsAt,
        endsAt: new Date(startsAt.getTime() + HOUR),
        capacity: 10,
        opensAt: hours(-24),
        closesAt: hours(12),
        weeklyQuota: 5,
        ...unlike,
      };
      await database().insert(Session, session);
      return session;
    },
    resident: (unlike: Partial<Viewer> = {}): Viewer => ({
      personId: newId(personId),
      household: [],
      role: 'RESIDENT',
      area: '411103/02/',
      ...unlike,
    }),
    clerk: (unlike: Partial<Viewer> = {}) => given.resident({ role: 'CLERK', ...unlike }),
    /** Waits for a place; no verb of this slice brings anyone there yet. */
    async waiting({ personId: beneficiaryId }: Viewer, session: Session): Promise<BookInput> {
      const input = wish(session, beneficiaryId);
      await database().insert(Booking, { ...input, bookerId: beneficiaryId, state: 'WAITLISTED' });
      return input;
    },
  };

  const wish = (session: Session, beneficiaryId: PersonId): BookInput => ({
    id: newId(bookingId),
    sessionId: session.id,
    beneficiaryId,
    channel: 'APP',
  });

  const when = {
    sends: (viewer: Viewer, input: BookInput) => book(database(), viewer, input),
    books: (viewer: Viewer, session: Session, beneficiary = viewer.personId) =>
      when.sends(viewer, wish(session, beneficiary)),
    cancels: (viewer: Viewer, { id }: Pick<Booking, 'id'>, reason = '臨時有事') =>
      cancelBooking(database(), viewer, { id, reason }),
    hasBooked: async (viewer: Viewer, session: Session) => booked(await when.books(viewer, session)),
  };

  return { given, when, wish, stored: (session: Session) => stored(database(), session.id) };
}

/** What the database holds of a session, read again: an answer proves nothing. */
export async function stored(db: Database, id: SessionId) {
  const [row] = await db.query<{ taken: number; bookings: number; events: number }[]>(
    `SELECT coalesce((SELECT taken FROM session_places WHERE session_id = $1), 0) AS taken,
            (SELECT count(*)::int FROM booking WHERE session_id = $1 AND state <> 'CANCELLED') AS bookings,
            (SELECT count(*)::int FROM event WHERE subject_id = $1) AS events`,
    [id],
  );
  return row;
}

export function booked(result: Booking | Refused): Booking {
  if (result instanceof Refused) throw new Error(`refused: ${result.code}`);
  return result;
}

export const expectRefused = (result: Booking | Refused, code: Refusal): void =>
  expect(result).toMatchObject({ constructor: Refused, code });
