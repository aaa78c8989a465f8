import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { ordered, standingOrderScenario } from './standing-orders.scenario.js';

const database = testDatabase();
const { given, when, lunches, does, bookings, rows, drift } = standingOrderScenario(database);
const CONFIRMED = (...days: number[]) => Object.fromEntries(days.map((day) => [day, 'CONFIRMED']));

it('one day is unlike the others: another way, another texture, in one act or not at all', async () => {
  const lunch = await lunches(3);
  const home = await lunches(3, { way: 'DELIVERY', centre: lunch.on(1).centreId, capacity: 1 });
  const elsewhere = await lunches(3, { way: 'DELIVERY' });
  const [lan, chen] = [await given.resident(), await given.resident()];
  const order = await does.orders(lan, lunch);

  ordered(await does.changes(lan, order, 1, { serviceId: home.service, texture: 'SOFT' }));
  ordered(await does.changes(lan, order, 1, { serviceId: home.service, texture: 'SOFT' }));
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED', 2: 'CONFIRMED', 3: 'CONFIRMED' });
  expect(await bookings(lan, home)).toEqual(CONFIRMED(1));
  expect((await rows(order))[0]).toMatchObject({ service_id: home.service, texture: 'SOFT' });

  await when.hasBooked(chen, home.on(2));
  const before = [await rows(order), await bookings(lan, lunch)];
  expectRefused(await does.changes(lan, order, 2, { serviceId: home.service }), 'SESSION_FULL');
  expectRefused(await does.changes(lan, order, 2, { serviceId: elsewhere.service }), 'NOT_THE_SAME_KIND');
  expect([await rows(order), await bookings(lan, lunch)]).toEqual(before);
  expect(await drift()).toEqual([]);
});
