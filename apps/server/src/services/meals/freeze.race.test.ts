import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, type Transaction, transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { book } from '../bookings/index.js';
import { booked, bookingScenario } from '../bookings/booking.scenario.js';
import { closedLunch, frozenBooks } from './freeze.scenario.js';
import { freezeDue, writeSheets } from './freeze.js';

const database = testDatabase();
const { given, wish } = bookingScenario(database);
const { rows, slips, drift, expectAgreement } = frozenBooks(database);

const waits = async (tx: Transaction): Promise<boolean> =>
  (await tx.query<object[]>('SELECT FROM pg_locks WHERE NOT granted')).length > 0;

/** Somebody at the counter has ordered, and the order is not through yet when the sheet is written. */
async function whileOneOrders(writes: (db: Database, id: never) => Promise<unknown>, mayWait: boolean) {
  const lunch = await closedLunch(given);
  const lan = await given.resident();
  let writing: Promise<unknown> = Promise.resolve();
  await transaction(database(), async (tx) => {
    const input = wish(lunch.session, lan.personId, { channel: 'COUNTER' });
    booked(await book(tx, lunch.staff, input));
    writing = writes(database(), lunch.session.id as never);
    if (mayWait) while (!(await waits(tx))) await sleep(10);
    else await writing;
  });
  await writing;
  return lunch;
}

it('an order under way while the sheet is written is in one of the books', async () => {
  const { session, at } = await whileOneOrders(freezeDue, true);
  expect([...(await rows(session)), ...(await slips(session))]).toHaveLength(1);
  await expectAgreement(at, 1);
});

it('control: without the lock it is in none, and the view says so', async () => {
  const { session } = await whileOneOrders((db, id) => writeSheets(db, { ids: [id] }), false);
  expect([...(await rows(session)), ...(await slips(session))]).toEqual([]);
  expect(await drift()).toMatchObject([{ session_id: session.id, portions: -1 }]);
});
