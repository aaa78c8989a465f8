import { afterEach, expect, it } from '@jest/globals';
import { plainDate } from '@linli/domain/base';
import type { Refusal } from '@linli/domain/refusals';
import type { Slot } from '@linli/domain/services/centres';
import { transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, expectRefused, inDays, standing } from './centre.scenario.js';
import { furnishSessions, furnishTimetables, sessionFollowers } from './index.js';
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

it('yields a session a day, with the window that its service gives it', async () => {
  const service = await given.service(await given.centre(), { cutOffMinutes: 930, cancelMinutes: 60 });

  const result = done(await when.publishes(service, daily()));

  expect(result).toMatchObject({ added: 7, removed: 0, kept: 0, cancelledBookings: 0 });
  expect((await stored(service)).map(({ day, starts, ends }) => [day, starts, ends])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((days) => [inDays(days), '11:30', '12:30']),
  );
  const [row] = await database().query<object[]>(
    `SELECT opens_at = (day - 7)::timestamp AT TIME ZONE 'Asia/Shanghai' AS opens,
            closes_at = ((day - 1) + time '20:00') AT TIME ZONE 'Asia/Shanghai' AS closes,
            cancel_until = starts_at - interval '1 hour' AS cancels
     FROM session WHERE service_id = $1 LIMIT 1`,
    [service.id],
  );
  expect(row).toEqual({ opens: true, closes: true, cancels: true });
  expect(await eventsOf(database(), service.centreId)).toContain('centres.timetable-published');
});

it('publishing twice is publishing once', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  const [before, slots, events] = [
    await stored(service),
    await slotsOf(service),
    await eventsOf(database(), service.centreId),
  ];

  const again = done(await when.publishes(service, daily().toReversed()));

  expect(again).toMatchObject({ added: 0, removed: 0, kept: 7, cancelledBookings: 0 });
  expect([
    await stored(service),
    await slotsOf(service),
    await eventsOf(database(), service.centreId),
  ]).toEqual([before, slots, events]);
});

const timetables: [string, Slot[]][] = [
  ['the same', daily()],
  ['other hours', daily('15:00', '16:00')],
  ['a second session a day', [...daily(), ...daily('15:00', '16:00', 10)]],
  ['other places', daily('11:30', '13:00', 99)],
  ['nothing', []],
];
it.each(timetables)('preview says what publish does, and writes nothing: %s', async (_name, slots) => {
  const centre = await given.centre();
  const service = await given.service(centre);
  await when.publishes(service, daily(), inDays(1), inDays(12));
  await when.closes(centre, inDays(3));
  const before = await stored(service);
  booked(before.map(({ id }) => id));

  const preview = await when.previews(service, slots);
  expect(await stored(service)).toEqual(before);
  expect((await slotsOf(service)).length).toBe(7);
  const result = done(await when.publishes(service, slots));

  const { added, removed, kept, affectedBookings, days } = preview;
  expect(result).toMatchObject({ added, removed, kept, cancelledBookings: affectedBookings });
  const planned = days.flatMap(({ day, sessions }) =>
    sessions
      .filter(({ change }) => change !== 'REMOVED')
      .map(({ starts, ends, capacity }) => ({ day, starts, ends, capacity })),
  );
  expect(
    standing(await stored(service)).map(({ day, starts, ends, capacity }) => ({
      day,
      starts,
      ends,
      capacity,
    })),
  ).toEqual(planned);
  expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 12 }, (_, i) => inDays(i + 1)));
  expect(days[2]).toMatchObject({ note: 'CLOSED', sessions: [] });
});

it('takes bookings of removed sessions back in the same act, and brings back the very sessions', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  const before = await stored(service);
  const follower = booked([before[0]?.id ?? '']);

  const moved = done(await when.publishes(service, daily('15:00', '16:00')));

  expect(moved).toMatchObject({ added: 7, removed: 7, cancelledBookings: 3 });
  expect(follower.cancelled).toEqual([{ ids: before.map(({ id }) => id), reason: '時間表調整' }]);
  const withdrawn = (await stored(service)).filter((session) => session.withdrawn);
  expect(withdrawn.map(({ id, state }) => [id, state])).toEqual(before.map(({ id }) => [id, 'CANCELLED']));

  done(await when.publishes(service, daily()));
  expect(standing(await stored(service))).toEqual(before);
});

it('when bookings cannot be taken back, nothing is published', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  const before = [await stored(service), await slotsOf(service)];
  leaving.push(
    sessionFollowers.register({
      countBooked: () => Promise.resolve(new Map()),
      cancelBooked: () => Promise.reject(new Error('no')),
    }),
  );

  await expect(when.publishes(service, [])).rejects.toThrow('no');
  expect([await stored(service), await slotsOf(service)]).toEqual(before);
});

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

it('a year without its calendar yields nothing for who follows it, and is said to be so', async () => {
  const centre = await given.centre();
  const [from, to] = [plainDate.parse('2098-12-30'), plainDate.parse('2099-01-02')];
  const follows = await given.service(centre, { followsCalendar: true });
  const daysOff = await given.service(centre, { followsCalendar: false });

  expect((await when.previews(follows, daily(), from, to)).days.map(({ note }) => note)).toEqual(
    Array.from({ length: 4 }, () => 'UNPUBLISHED'),
  );
  expect(done(await when.publishes(follows, daily(), from, to)).added).toBe(0);
  expect(done(await when.publishes(daysOff, daily(), from, to)).added).toBe(4);
  expect(await stored(follows)).toEqual([]);
});

it('leaves the past alone', async () => {
  const service = await given.service(await given.centre());
  await transaction(database(), async (tx) => {
    await furnishTimetables(tx, [{ serviceId: service.id, slots: daily(), from: inDays(-14) }]);
    await furnishSessions(tx, { from: inDays(-14), to: inDays(7) });
  });
  const past = (await stored(service)).filter(({ day }) => day < inDays(0));
  expect(past).toHaveLength(14);

  done(await when.publishes(service, daily('15:00', '16:00'), inDays(-14), inDays(7)));
  expect((await stored(service)).filter(({ day }) => day < inDays(0))).toEqual(past);
});

it('two at once end as one of them', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily('08:00', '09:00'));
  const [one, other] = [daily('11:30', '12:30'), daily('12:00', '13:00')];

  const publishes = await transaction(database(), async (tx) => {
    await lockCentre(tx, { id: service.centreId });
    const running = [one, other].map((slots) => when.publishes(service, slots));
    for (const each of running) each.catch(() => undefined);
    await until(async () => (await waiting()) === 2);
    return running;
  });
  const results = (await Promise.all(publishes)).map(done);

  expect(results.map(({ added }) => added)).toEqual([7, 7]);
  const starts = new Set(standing(await stored(service)).map((session) => session.starts));
  expect([['11:30'], ['12:00']]).toContainEqual([...starts]);
  expect(standing(await stored(service))).toHaveLength(7);
  const open = (await slotsOf(service)).filter((slot) => (slot as { valid_to: unknown }).valid_to === null);
  expect(open).toHaveLength(7);
});

const waiting = async (): Promise<number> => {
  const [row] = await database().query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
};

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

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
  const { publishTimetable, previewTimetable } = await import('./index.js');

  for (const stranger of [given.staff(other), given.cadre(other.areaId), given.resident()]) {
    await expect(publishTimetable(database(), stranger, input)).rejects.toThrow('No such service');
    await expect(previewTimetable(database(), stranger, input)).rejects.toThrow('No such service');
  }
  expect(await stored(service)).toEqual([]);
  expect(done(await publishTimetable(database(), given.cadre(centre.areaId), input)).added).toBe(7);
});
