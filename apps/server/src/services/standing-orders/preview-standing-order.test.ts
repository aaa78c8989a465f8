import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { previewStandingOrder } from './preview-standing-order.js';
import {
  EVERY_DAY,
  inDays,
  type Lunches,
  ordered,
  standingOrderScenario,
} from './standing-orders.scenario.js';
import type { Viewer } from '@linli/domain/access';

const database = testDatabase();
const { given, when, lunches, does, rows, bookings, weekdayIn } = standingOrderScenario(database);

/** A service that is on its timetable every day, and whose first days have sessions. */
async function standingLunches(days: number): Promise<Lunches> {
  const lunch = await lunches(days, { capacity: 1 });
  await database().query(
    `INSERT INTO timetable_slot (id, service_id, weekday, starts, ends, capacity, valid_from)
     SELECT gen_random_uuid(), $1, weekday, '11:30', '12:30', 9, '2020-01-01' FROM generate_series(1, 7) weekday`,
    [lunch.service],
  );
  return lunch;
}

const preview = (
  viewer: Viewer,
  { service: serviceId }: Lunches,
  { of = viewer, weekdays = EVERY_DAY, days = 5 } = {},
) =>
  previewStandingOrder(database(), viewer, {
    ...{ beneficiaryId: of.personId, serviceId, weekdays, from: inDays(1), to: inDays(days) },
  });

it('says of each day what an order would find, with the price, and writes nothing', async () => {
  const lunch = await standingLunches(4);
  await given.rule({ subsidyFen: 400, minAge: 60 });
  const [lan, chen] = [await given.resident(), await given.resident()];
  await when.hasBooked(chen, lunch.on(2));
  await when.hasBooked(lan, lunch.on(3));
  await when.changes(lunch.on(4), `opens_at = now() + interval '1 hour'`);
  await database().query(`INSERT INTO closed_day (centre_id, day, reason) VALUES ($1, $2, '盤點')`, [
    ...[lunch.on(1).centreId, inDays(6)],
  ]);

  const { refused, days } = await preview(lan, lunch, { days: 6 });
  expect(refused).toBeNull();
  expect(days.map(({ state }) => state)).toEqual([
    ...['PLANNED', 'REFUSED', 'BOOKED', 'PLANNED', 'PLANNED', 'CLOSED'],
  ]);
  expect(days[1]?.refused).toMatchObject({ code: 'SESSION_FULL', details: { capacity: 1 } });
  expect(days[0]?.price).toMatchObject({ fullFen: 1200, subsidyFen: 400, payFen: 800 });
  expect(days[4]?.price).toBeNull();
  expect(await bookings(lan, lunch)).toEqual({ 3: 'CONFIRMED' });

  const order = await does.orders(lan, lunch, { weekdays: [weekdayIn(1)], from: inDays(1) });
  expect(await rows(order)).toMatchObject([{ refusal: null }]);
});

it('the counter books no standing order after the cut-off either', async () => {
  const lunch = await standingLunches(1);
  const lan = await given.resident();
  await when.changes(lunch.on(1), `closes_at = now() - interval '1 minute', walk_in = true`);
  const clerk = given.staff(lunch.on(1).centreId);
  const { days } = await preview(clerk, lunch, { of: lan, days: 1 });
  expect(days).toMatchObject([{ state: 'REFUSED', refused: { code: 'PAST_CUT_OFF' } }]);
  const order = await does.orders(clerk, lunch, { beneficiaryId: lan.personId });
  expect((await rows(order))[0]).toMatchObject({ refusal: 'PAST_CUT_OFF' });
});

it('names the order that stands in the way', async () => {
  const lunch = await standingLunches(1);
  const lan = await given.resident();
  const order = await does.orders(lan, lunch, { weekdays: [weekdayIn(1)] });
  expect((await preview(lan, lunch)).refused).toMatchObject({
    code: 'ORDER_ALREADY_STANDS',
    details: { orderId: order.id },
  });
  expect((await preview(lan, lunch, { weekdays: [weekdayIn(2)] })).refused).toBeNull();
  ordered(await does.ends(lan, order, -1));
  expect((await preview(lan, lunch)).refused).toBeNull();
});

it('is nobody else’s', async () => {
  const lunch = await standingLunches(1);
  const [lan, stranger] = [await given.resident(), await given.resident()];
  await expect(preview(stranger, lunch, { of: lan })).rejects.toThrow();
});
