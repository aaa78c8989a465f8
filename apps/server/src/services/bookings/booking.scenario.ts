import { expect } from '@jest/globals';
import type { PersonId, Viewer } from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import { type BookInput, bookingId } from '@linli/domain/services/bookings';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import {
  acceptOffer,
  approveBooking,
  approveBookings,
  book,
  bookAndCheckIn,
  type Booking,
  cancelBooking,
  checkIn,
  declineBooking,
  declineBookings,
  joinWaitlist,
  rescheduleBooking,
  undoCheckIn,
} from './index.js';
import type { StandingSession } from './words.scenario.js';
import { today, worldScenario } from './world.scenario.js';

export type { SessionWords, StandingSession } from './words.scenario.js';
export { bornYearsAgo, hours, minutes } from './world.scenario.js';

/** The words that the tests of bookings are written in. */
export function bookingScenario(database: () => Database) {
  const given = worldScenario(database);
  const sql = (text: string, values: unknown[]) => database().query<unknown>(text, values);

  const wish = (
    session: StandingSession,
    beneficiaryId: PersonId,
    unlike: Partial<BookInput> = {},
  ): BookInput => ({
    id: newId(bookingId),
    sessionId: session.id,
    beneficiaryId,
    channel: 'APP',
    ...unlike,
  });

  const when = {
    sends: (viewer: Viewer, input: BookInput) => book(database(), viewer, input),
    books: (viewer: Viewer, session: StandingSession, unlike: Partial<BookInput> = {}) =>
      when.sends(viewer, wish(session, unlike.beneficiaryId ?? viewer.personId, unlike)),
    hasBooked: async (viewer: Viewer, session: StandingSession, unlike: Partial<BookInput> = {}) =>
      booked(await when.books(viewer, session, unlike)),
    joins: (viewer: Viewer, input: BookInput) => joinWaitlist(database(), viewer, input),
    waits: (viewer: Viewer, session: StandingSession, unlike: Partial<BookInput> = {}) =>
      when.joins(viewer, wish(session, unlike.beneficiaryId ?? viewer.personId, unlike)),
    isWaiting: async (viewer: Viewer, session: StandingSession, unlike: Partial<BookInput> = {}) =>
      booked(await when.waits(viewer, session, unlike)),
    moves: (
      viewer: Viewer,
      { id: from }: Pick<Booking, 'id'>,
      session: StandingSession,
      id = newId(bookingId),
    ) => rescheduleBooking(database(), viewer, { id, from, sessionId: session.id }),
    approves: (viewer: Viewer, { id }: Pick<Booking, 'id'>) => approveBooking(database(), viewer, { id }),
    declines: (viewer: Viewer, { id }: Pick<Booking, 'id'>, reason = '設備維修') =>
      declineBooking(database(), viewer, { id, reason }),
    approvesAll: (viewer: Viewer, ids: readonly Booking['id'][]) =>
      approveBookings(database(), viewer, { ids: [...ids] }),
    declinesAll: (viewer: Viewer, ids: readonly Booking['id'][], reason = '設備維修') =>
      declineBookings(database(), viewer, { ids: [...ids], reason }),
    accepts: (viewer: Viewer, { id }: Pick<Booking, 'id'>) => acceptOffer(database(), viewer, { id }),
    walksIn: (staff: Viewer, session: StandingSession, { personId: beneficiaryId }: Viewer) =>
      bookAndCheckIn(database(), staff, { id: newId(bookingId), sessionId: session.id, beneficiaryId }),
    cancels: (viewer: Viewer, { id }: Pick<Booking, 'id'>, reason = '臨時有事') =>
      cancelBooking(database(), viewer, { id, reason }),
    checksIn: (viewer: Viewer, { id }: Pick<Booking, 'id'>) => checkIn(database(), viewer, { id }),
    undoes: (viewer: Viewer, { id }: Pick<Booking, 'id'>) => undoCheckIn(database(), viewer, { id }),
    changes: (session: StandingSession, set: string, values: unknown[] = []) =>
      sql(`UPDATE session SET ${set} WHERE id = $1`, [session.id, ...values]),
  };

  return {
    ...{ given, when, wish, today },
    stored: (session: StandingSession) => stored(database(), session),
    /** What somebody was told, in order. */
    told: async ({ personId }: Viewer) =>
      (
        (await sql('SELECT kind FROM notice WHERE resident_id = $1 ORDER BY at, kind', [personId])) as {
          kind: string;
        }[]
      ).map(({ kind }) => kind),
    storedBooking: async ({ id }: Pick<Booking, 'id'>) =>
      ((await sql('SELECT * FROM booking WHERE id = $1', [id])) as Record<string, unknown>[])[0],
  };
}

/** What the database holds of a session, read again: an answer proves nothing. */
async function stored(db: Database, { id }: StandingSession) {
  const [row] = await db.query<
    {
      taken: number;
      checked_in: number;
      waiting: number;
      bookings: number;
      events: number;
      drift: number;
    }[]
  >(
    `SELECT taken, checked_in, waiting,
            (SELECT count(*)::int FROM booking WHERE session_id = $1 AND state <> 'CANCELLED') AS bookings,
            (SELECT count(*)::int FROM event WHERE payload ->> 'sessionId' = $1::text) AS events,
            (SELECT count(*)::int FROM booking_drift WHERE session_id = $1) AS drift
     FROM session_places WHERE session_id = $1`,
    [id],
  );
  expect(row?.drift).toBe(0);
  if (!row) return undefined;
  const { taken, checked_in: checkedIn, waiting, bookings, events } = row;
  return { taken, checkedIn, ...(waiting > 0 && { waiting }), bookings, events };
}

export function booked(result: Booking | Refused): Booking {
  if (result instanceof Refused) throw new Error(`refused: ${result.code}`);
  return result;
}

export const expectRefused = (result: Booking | Refused, code: Refusal): void =>
  expect(result).toMatchObject({ constructor: Refused, code });
