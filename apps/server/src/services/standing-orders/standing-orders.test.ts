import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { daysOfOrder } from './index.js';
import { EVERY_DAY, inDays, ordered, standingOrderScenario } from './standing-orders.scenario.js';

const database = testDatabase();
const { given, when, told, lunches, wish, does, bookings, rows, drift, night, weekdayIn, storedBooking } =
  standingOrderScenario(database);
const CONFIRMED = (...days: number[]) => Object.fromEntries(days.map((day) => [day, 'CONFIRMED']));

it('books each day of the order as the person would, and no other; the night adds nothing', async () => {
  const lunch = await lunches(5);
  const lan = await given.resident();
  await given.rule({ subsidyFen: 400, minAge: 60 });

  const order = await does.orders(lan, lunch, {
    weekdays: EVERY_DAY.filter((day) => day !== weekdayIn(3)),
    to: inDays(4),
  });

  expect(order).toMatchObject({ state: 'STANDING', beneficiaryId: lan.personId, validTo: inDays(4) });
  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(1, 2, 4));
  const [first] = await rows(order);
  expect(await storedBooking({ id: first?.booking_id as never })).toMatchObject({
    ...{ channel: 'STANDING_ORDER', booker_id: lan.personId, full_fen: 1200, subsidy_fen: 400 },
    ...{ texture: 'REGULAR', state: 'CONFIRMED' },
  });
  const before = await rows(order);
  expect(await night()).toBe(0);
  expect(await night()).toBe(0);
  expect(await rows(order)).toEqual(before);
  expect(await drift()).toEqual([]);
});

it('the same order again is the same order; other content is a conflict, and a second one for the meal is refused', async () => {
  const lunch = await lunches(2);
  const delivered = await lunches(2, { way: 'DELIVERY', centre: lunch.on(1).centreId });
  const dinner = await lunches(2, { meal: 'DINNER' });
  const lan = await given.resident();
  const input = wish(lan.personId, lunch.service, { weekdays: [2, 1], texture: 'SOFT' });
  ordered(await does.sends(lan, input));

  ordered(await does.sends(lan, input));
  expectRefused(await does.sends(lan, { ...input, weekdays: [3] }), 'CONFLICT');
  const again = await does.sends(lan, wish(lan.personId, delivered.service, { weekdays: [1] }));
  expectRefused(again, 'ORDER_ALREADY_STANDS');
  await does.orders(lan, delivered, { weekdays: [3] });
  await does.orders(lan, dinner);

  const all = await database().query<object[]>(
    'SELECT weekdays FROM standing_order WHERE beneficiary_id = $1',
    [lan.personId],
  );
  expect(all).toHaveLength(3);
});

it('a stranger finds no service for her, and a foreign order does not exist', async () => {
  const lunch = await lunches(1);
  const [lan, stranger] = [await given.resident(), await given.resident()];
  await expect(does.orders(stranger, lunch, { beneficiaryId: lan.personId })).rejects.toThrow();
  const order = await does.orders(lan, lunch);
  const before = await rows(order);
  await expect(does.takesOut(stranger, order, 1)).rejects.toThrow();
  await expect(does.ends(stranger, order, 1)).rejects.toThrow();
  expect(await rows(order)).toEqual(before);
  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(1));
});

it('a full session says so on its day, tells the person once, and is booked when a place is free', async () => {
  const lunch = await lunches(2, { capacity: 1 });
  const [chen, lan] = [await given.resident(), await given.resident()];
  const taken = await when.hasBooked(chen, lunch.on(1));

  const order = await does.orders(lan, lunch);
  await night();

  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(2));
  expect(await rows(order)).toMatchObject([
    { refusal: 'SESSION_FULL', details: { capacity: 1 } },
    { refusal: null },
  ]);
  expect(await told(lan)).toEqual(['STANDING_ORDER_SKIPPED']);

  await when.cancels(chen, taken);
  expect(await night()).toBe(1);
  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(1, 2));
  expect(await told(lan)).toEqual(['STANDING_ORDER_SKIPPED', 'BOOKING_CONFIRMED']);
  expect(await drift()).toEqual([]);
});

it('a new allergy or a new rule refuses single days; the order and its other days stand', async () => {
  const lunch = await lunches(3);
  const lan = await given.resident({ allergies: ['PEANUT'] });
  await given.menu(lunch.on(2), [{ name: '宮保雞丁', allergens: ['PEANUT'], textures: [] }]);
  const order = await does.orders(lan, lunch, { to: inDays(3) });
  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(1, 3));
  expect(await rows(order)).toMatchObject([
    { refusal: null },
    { refusal: 'ALLERGY_CLASH', details: { allergens: 'PEANUT', dishes: '宮保雞丁' } },
    { refusal: null },
  ]);

  await database().query('UPDATE service SET min_age = 90 WHERE id = $1', [lunch.service]);
  await database().query('DELETE FROM menu WHERE centre_id = $1', [lunch.on(1).centreId]);
  await night();
  expect((await rows(order))[1]).toMatchObject({
    refusal: 'NOT_ELIGIBLE',
    details: { bound: 'AGE', minAge: 90 },
  });
  expect(await bookings(lan, lunch)).toEqual(CONFIRMED(1, 3));
  expect(await told(lan)).toEqual(['STANDING_ORDER_SKIPPED']);
});

it('a closed day is skipped and comes back with the centre, but not for whoever had taken it out or cancelled', async () => {
  const lunch = await lunches(2);
  const [lan, chen, zhao] = [await given.resident(), await given.resident(), await given.resident()];
  await does.orders(lan, lunch);
  const chens = await does.orders(chen, lunch);
  await does.orders(zhao, lunch);
  ordered(await does.takesOut(chen, chens, 1));
  const [own] = await database().query<{ id: string }[]>(
    'SELECT id FROM booking WHERE beneficiary_id = $1 AND session_id = $2',
    [zhao.personId, lunch.on(1).id],
  );
  await when.cancels(zhao, { id: own?.id as never });

  await does.closes(lunch.on(1), 1);
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED', 2: 'CONFIRMED' });
  expect(await night()).toBe(0);
  await does.reopens(lunch.on(1), 1);
  expect(await night()).toBe(1);
  expect(await night()).toBe(0);

  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED CONFIRMED', 2: 'CONFIRMED' });
  for (const other of [chen, zhao]) {
    expect(await bookings(other, lunch)).toEqual({ 1: 'CANCELLED', 2: 'CONFIRMED' });
  }
  expect(await drift()).toEqual([]);
});

it('takes a day out and puts it back; when it is too late to cancel, nothing changes', async () => {
  const lunch = await lunches(2);
  const lan = await given.resident();
  const order = await does.orders(lan, lunch);

  ordered(await does.takesOut(lan, order, 1));
  ordered(await does.takesOut(lan, order, 1));
  await night();
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED', 2: 'CONFIRMED' });
  ordered(await does.putsBack(lan, order, 1));
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED CONFIRMED', 2: 'CONFIRMED' });

  await when.changes(lunch.on(2), `cancel_until = now() - interval '1 minute'`);
  const before = await rows(order);
  expectRefused(await does.takesOut(lan, order, 2), 'PAST_CANCELLING');
  expectRefused(await does.takesOut(lan, order, -1), 'SESSION_OVER');
  expect(await rows(order)).toEqual(before);
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED CONFIRMED', 2: 'CONFIRMED' });
});

it('a pause gives its days back and resuming books them again; the end is the end', async () => {
  const lunch = await lunches(5);
  const lan = await given.resident();
  const order = await does.orders(lan, lunch);
  await when.changes(lunch.on(3), `cancel_until = now() - interval '1 minute'`);

  ordered(await does.pauses(lan, order, 2, 4));
  ordered(await does.pauses(lan, order, 2, 4));
  await night();
  // What is too late to cancel stays.
  expect(await bookings(lan, lunch)).toEqual({
    1: 'CONFIRMED',
    2: 'CANCELLED',
    3: 'CONFIRMED',
    4: 'CANCELLED',
    5: 'CONFIRMED',
  });
  const resumed = ordered(await does.resumes(lan, order, 3, 9));
  expect(resumed.paused).toEqual([{ from: inDays(2), to: inDays(2) }]);
  expect((await bookings(lan, lunch))[4]).toBe('CANCELLED CONFIRMED');

  ordered(await does.ends(lan, order, 1));
  ordered(await does.ends(lan, order, 1));
  expect(await bookings(lan, lunch)).toMatchObject({
    1: 'CONFIRMED',
    4: 'CANCELLED CANCELLED',
    5: 'CANCELLED',
  });
  await night();
  expect((await rows(order))[0]).toMatchObject({ valid_to: inDays(1) });
  expect(await bookings(lan, lunch)).toMatchObject({
    1: 'CONFIRMED',
    4: 'CANCELLED CANCELLED',
    5: 'CANCELLED',
  });
  expectRefused(await does.takesOut(lan, order, 4), 'NOT_A_DAY_OF_ORDER');
  expect(await drift()).toEqual([]);
});

it('what was booked by hand stands for the day: cancelled by hand, it is not booked again', async () => {
  const lunch = await lunches(2);
  const lan = await given.resident();
  const own = await when.hasBooked(lan, lunch.on(1));
  const order = await does.orders(lan, lunch);
  expect((await rows(order))[0]).toMatchObject({ booking_id: own.id, refusal: null });

  await when.cancels(lan, own);
  await night();
  expect(await bookings(lan, lunch)).toEqual({ 1: 'CANCELLED', 2: 'CONFIRMED' });
  expect(await told(lan)).toEqual([]);
});

it('the days of an order say what is on them', async () => {
  const lunch = await lunches(2);
  const lan = await given.resident();
  const order = await does.orders(lan, lunch);
  ordered(await does.takesOut(lan, order, 2));
  await database().query(
    `INSERT INTO timetable_slot (id, service_id, weekday, starts, ends, capacity, valid_from)
     SELECT gen_random_uuid(), $1, weekday, '11:30', '12:30', 9, '2020-01-01' FROM generate_series(1, 7) weekday`,
    [lunch.service],
  );
  await database().query(`INSERT INTO closed_day (centre_id, day, reason) VALUES ($1, $2, '盤點')`, [
    ...[lunch.on(1).centreId, inDays(4)],
  ]);

  const days = await daysOfOrder(database(), order, { from: inDays(1), to: inDays(4) });
  expect(days.map(({ state }) => state)).toEqual(['BOOKED', 'TAKEN_OUT', 'PLANNED', 'CLOSED']);
  expect(days[0]?.bookingId).toEqual((await rows(order))[0]?.booking_id);
});

it('says which of the booked days were booked by hand', async () => {
  const lunch = await lunches(2);
  const lan = await given.resident();
  await when.hasBooked(lan, lunch.on(1));
  const order = await does.orders(lan, lunch);
  await database().query(
    `INSERT INTO timetable_slot (id, service_id, weekday, starts, ends, capacity, valid_from)
     SELECT gen_random_uuid(), $1, weekday, '11:30', '12:30', 9, '2020-01-01' FROM generate_series(1, 7) weekday`,
    [lunch.service],
  );
  const days = await daysOfOrder(database(), order, { from: inDays(1), to: inDays(2) });
  expect(days.map(({ byHand }) => byHand)).toEqual([true, false]);
});
