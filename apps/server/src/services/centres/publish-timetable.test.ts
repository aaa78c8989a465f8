import { afterEach, expect, it } from '@jest/globals';
import { plainDate } from '@linli/domain/base';
import type { Slot } from '@linli/domain/services/centres';
import { transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, inDays, standing } from './centre.scenario.js';
import { furnishSessions, furnishTimetables, sessionFollowers } from './index.js';

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

it('those of sessions that end at another time are told, and of no others', async () => {
  const service = await given.service(await given.centre());
  await when.publishes(service, daily());
  const { newEnds, leave } = given.follower();
  await when.publishes(service, daily('11:30', '12:30', 99));
  expect(newEnds).toEqual([]);
  await when.publishes(service, daily('11:30', '13:00', 99));
  leave();
  expect(newEnds).toHaveLength(7);
  expect(new Set(newEnds)).toEqual(new Set((await stored(service)).map(({ id }) => id)));
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
      countHeld: () => Promise.resolve(new Map()),
      hold: () => Promise.resolve(),
      capacityChanged: () => Promise.resolve(),
      countBooked: () => Promise.resolve(new Map()),
      cancelBooked: () => Promise.reject(new Error('no')),
    }),
  );

  await expect(when.publishes(service, [])).rejects.toThrow('no');
  expect([await stored(service), await slotsOf(service)]).toEqual(before);
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
