import { afterEach, expect, it } from '@jest/globals';
import type { Refusal } from '@linli/domain/refusals';
import type { Slot } from '@linli/domain/services/centres';
import { atOnce, testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, expectRefused, inDays, standing } from './centre.scenario.js';
import { previewTimetable, publishTimetable } from './index.js';
import { lockCentre } from './managed.js';

const database = testDatabase();
const { given, when, stored } = centreScenario(database);
const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
const booked = (ids: readonly string[], count = 3) => {
  const follower = given.follower(new Map(ids.map((id) => [id, count])) as never);
  leaving.push(follower.leave);
  return follower;
};
const slotsOf = async ({ id }: { id: string }) =>
  database().query<object[]>(
    'SELECT weekday, starts, ends, capacity, valid_from, valid_to FROM timetable_slot WHERE service_id = $1 ORDER BY valid_from, starts, weekday',
    [id],
  );

it('a changed capacity keeps the session; below what is booked it is refused', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  const ids = (await stored(service)).map(({ id }) => id);
  booked(ids.slice(0, 1), 30);

  done(await when.publishes(service, daily('11:30', '12:30', 30)));
  expect((await stored(service)).map(({ id, capacity }) => [id, capacity])).toEqual(
    ids.map((id) => [id, 30]),
  );

  const [problem] = (await when.previews(service, daily('11:30', '12:30', 29))).problems;
  expect(problem?.code).toBe('CAPACITY_BELOW_TAKEN');
  expectRefused(await when.publishes(service, daily('11:30', '12:30', 29)), 'CAPACITY_BELOW_TAKEN');
  expect((await stored(service)).every(({ capacity }) => capacity === 30)).toBe(true);
});

it('a place taken in between is refused by the database, and by us in words', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  await database().query(`
    CREATE FUNCTION somebody_was_faster() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'never_oversold'; END $$`);
  await database().query(`
    CREATE TRIGGER somebody_was_faster AFTER UPDATE ON session FOR EACH ROW
    WHEN (new.capacity = 7) EXECUTE FUNCTION somebody_was_faster()`);

  expectRefused(await when.publishes(service, daily('11:30', '12:30', 7)), 'CAPACITY_BELOW_TAKEN');
  expect((await stored(service)).every(({ capacity }) => capacity === 80)).toBe(true);
  expect(await slotsOf(service)).toHaveLength(7);
});

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }));
const wrong: [Refusal, Slot[], number, number][] = [
  ['SLOTS_OVERLAP', [...daily(), ...daily('12:29', '13:00')], 1, 7],
  ['OUTSIDE_OPENING_HOURS', daily('17:30', '18:30'), 1, 7],
  ['SESSION_OVER', daily(), -7, -1],
];
it.each(wrong)('refuses with %s and changes nothing', async (code, slots, first, last) => {
  const service = await given.service(await given.centre({ openingHours: hours }));
  await when.publishes(service, daily('09:00', '10:00'));
  const before = [
    await stored(service),
    await slotsOf(service),
    await eventsOf(database(), service.centreId),
  ];

  expectRefused(await when.publishes(service, slots, inDays(first), inDays(last)), code);
  expect([
    await stored(service),
    await slotsOf(service),
    await eventsOf(database(), service.centreId),
  ]).toEqual(before);
});

it('two at once end as one of them', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily('08:00', '09:00'));
  const both = [daily('11:30', '12:30'), daily('12:00', '13:00')];

  const results = await atOnce(
    database(),
    2,
    (tx) => lockCentre(tx, { id: service.centreId }),
    both.map((slots) => () => when.publishes(service, slots)),
  );

  expect(results.map((result) => result.status === 'fulfilled' && done(result.value).added)).toEqual([7, 7]);
  const starts = new Set(standing(await stored(service)).map((session) => session.starts));
  expect([['11:30'], ['12:00']]).toContainEqual([...starts]);
  expect(standing(await stored(service))).toHaveLength(7);
  const open = (await slotsOf(service)).filter((slot) => (slot as { valid_to: unknown }).valid_to === null);
  expect(open).toHaveLength(7);
});

it('control: the database refuses what two unlocked publishes would leave, sessions that overlap', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  await expect(
    database().query(
      `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
                            cancel_until, walk_in)
       SELECT gen_random_uuid(), service_id, centre_id, day, starts_at + interval '30 minutes',
              ends_at + interval '30 minutes', capacity, opens_at, closes_at, cancel_until, walk_in
       FROM session WHERE service_id = $1`,
      [service.id],
    ),
  ).rejects.toThrow('sessions_of_a_service_do_not_overlap');
});

it('is for those who manage the centre: not for staff of another, nor a cadre of another area', async () => {
  const [centre, other] = [await given.centre(), await given.centre()];
  const service = await given.service(centre);
  const input = { serviceId: service.id, slots: daily(), from: inDays(1), to: inDays(7) };

  for (const stranger of [given.staff(other), given.cadre(other.areaId), given.resident()]) {
    await expect(publishTimetable(database(), stranger, input)).rejects.toThrow('No such service');
    await expect(previewTimetable(database(), stranger, input)).rejects.toThrow('No such service');
  }
  expect(await stored(service)).toEqual([]);
  expect(done(await publishTimetable(database(), given.cadre(centre.areaId), input)).added).toBe(7);
});
