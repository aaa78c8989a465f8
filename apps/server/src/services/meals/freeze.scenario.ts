import { expect } from '@jest/globals';
import type { Database } from '../../platform/database/index.js';
import type { bookingScenario, StandingSession } from '../bookings/booking.scenario.js';
import { readBooks } from './books.js';

type Words = ReturnType<typeof bookingScenario>['given'];

/** A lunch of today whose cut-off is past. */
export async function closedLunch(given: Words, unlike: Parameters<Words['arriving']>[0] = {}) {
  const centre = await given.centre();
  const service = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN' });
  const session = await given.arriving({ centre, service, capacity: 40, ...unlike });
  return {
    centre,
    session,
    staff: given.staff(centre),
    at: { centreId: centre, day: session.day, meal: 'LUNCH' as const },
  };
}

/** What the database holds, read again. */
export const frozenBooks = (database: () => Database) => ({
  rows: ({ id }: StandingSession) =>
    database().query<{ booking_id: string; texture: string; clashes: string[] }[]>(
      'SELECT * FROM meal_freeze_row WHERE session_id = $1 ORDER BY ticket_number',
      [id],
    ),
  slips: ({ id }: StandingSession) =>
    database().query<
      { booking_id: string; change: number; by_name: string; reason: string | null; at: Date }[]
    >('SELECT * FROM meal_slip WHERE session_id = $1 ORDER BY id', [id]),
  drift: () => database().query<{ session_id: string }[]>('SELECT * FROM meal_drift'),
  /** The four books say one number, and the view of the database is empty. */
  expectAgreement: async (at: Parameters<typeof readBooks>[1], orders: number) => {
    const books = await readBooks(database(), at);
    expect(books).toMatchObject({ agree: true });
    expect([books.portions.length, books.orders.length]).toEqual([orders, orders]);
    expect(await database().query('SELECT * FROM meal_drift')).toEqual([]);
    return books;
  },
});

/** As if the booking had been made then: the tests have no clock of their own. */
export const bookedAt = (database: () => Database, id: string, moment: Date) =>
  database().query('UPDATE booking SET booked_at = $2 WHERE id = $1', [id, moment]);
