import { expect, it } from '@jest/globals';
import type { Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';
import { materialise } from './index.js';
import { standingOrderScenario } from './standing-orders.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, lunches, wish, bookings, drift, stored } = standingOrderScenario(database);
// Each client comes to a server of its own: nobody waits for anybody but in the database.
const { when } = bookingScenario(() => database().dataSource.createEntityManager());

/** Orders that nobody has looked at yet. */
async function givenOrders(count: number, capacity: number) {
  const lunch = await lunches(1, { capacity });
  const people = await given.residents(count);
  for (const { personId } of people) {
    const { id, serviceId, weekdays, from } = wish(personId, lunch.service);
    await database().query(
      `INSERT INTO standing_order (id, beneficiary_id, service_id, weekdays, valid_from, booker_id)
       VALUES ($1, $2, $3, $4, $5, $2)`,
      [id, personId, serviceId, weekdays, from],
    );
  }
  const lock = (tx: Transaction) =>
    tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [lunch.on(1).id]);
  return { lunch, people, lock };
}

it('four nights at once book each day once', async () => {
  const { lunch, people, lock } = await givenOrders(12, 50);
  const results = await atOnce(
    database(),
    4,
    lock,
    Array.from({ length: 4 }, () => () => materialise(database())),
  );

  const booked = results.map((result) => (result.status === 'fulfilled' ? result.value : NaN));
  expect(booked.reduce((sum, count) => sum + count, 0)).toBe(people.length);
  for (const person of people) expect(await bookings(person, lunch)).toEqual({ 1: 'CONFIRMED' });
  expect(await stored(lunch.on(1))).toMatchObject({ taken: 12, bookings: 12, events: 12 });
});

it('60 orders and 140 clients want 50 places: 50 get one, and each other order says why not', async () => {
  const { lunch, people, lock } = await givenOrders(60, 50);
  const clients = await given.residents(140);
  const results = await atOnce<unknown>(database(), 24, lock, [
    ...Array.from({ length: 4 }, () => () => materialise(database())),
    ...clients.map((client) => () => when.books(client, lunch.on(1))),
  ]);

  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const byHand = results
    .slice(4)
    .filter((result) => result.status === 'fulfilled' && !(result.value instanceof Refused));
  const [row] = await database().query<{ booked: number; refused: number }[]>(
    `SELECT count(booking_id)::int AS booked, count(*) FILTER (WHERE refusal = 'SESSION_FULL')::int AS refused
     FROM standing_order_day JOIN standing_order standing ON standing.id = order_id WHERE standing.service_id = $1`,
    [lunch.service],
  );
  expect(row?.booked).toBe(50 - byHand.length);
  expect(row?.refused).toBe(people.length - (50 - byHand.length));
  expect(await stored(lunch.on(1))).toMatchObject({ taken: 50, bookings: 50 });
  expect(await drift()).toEqual([]);
});
