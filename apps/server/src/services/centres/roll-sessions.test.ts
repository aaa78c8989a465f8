import { expect, it } from '@jest/globals';
import { plainDateOf } from '@linli/domain/base';
import { calendarNote, serviceId, statutoryDaysOf } from '@linli/domain/services/centres';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, inDays, standing } from './centre.scenario.js';
import { furnishServices, furnishSessions, furnishTimetables, rollSessions, saveService } from './index.js';
import { calendarIn } from './timetable-facts.js';

const database = testDatabase();
const { given, when, stored } = centreScenario(database);
const DAY = 24 * 3_600_000;

it('keeps sessions standing three weeks ahead, night after night', async () => {
  const centre = await given.centre();
  const service = await given.service(centre);
  done(await when.publishes(service, daily('23:58', '23:59'), inDays(1), inDays(2)));
  await when.closes(centre, inDays(5));

  expect(await rollSessions(database(), new Date())).toBeGreaterThanOrEqual(18);
  const days = (await stored(service)).map(({ day }) => day);
  expect(days).toEqual(
    Array.from({ length: 21 }, (_, i) => inDays(i + 1)).filter((day) => day !== inDays(5)),
  );
  expect(await eventsOf(database(), centre.id)).toContain('centres.sessions-added');

  const [sessions, events] = [await stored(service), await eventsOf(database(), centre.id)];
  expect(await rollSessions(database(), new Date())).toBe(0);
  expect([await stored(service), await eventsOf(database(), centre.id)]).toEqual([sessions, events]);

  expect(await rollSessions(database(), new Date(Date.now() + DAY))).toBe(1);
  expect((await stored(service)).at(-1)?.day).toBe(plainDateOf(new Date(Date.now() + 22 * DAY)));
});

it('adds nothing to a service that is not offered', async () => {
  const centre = await given.centre();
  const service = await given.service(centre);
  done(await when.publishes(service, daily(), inDays(1), inDays(2)));
  const ended = given.serviceInput(centre, { id: service.id, active: false });
  done(await saveService(database(), given.staff(centre), ended));

  await rollSessions(database(), new Date());
  expect(await stored(service)).toHaveLength(2);
});

it('two servers at once add each session once', async () => {
  const service = await given.service(await given.centre());
  done(await when.publishes(service, daily('23:58', '23:59'), inDays(1), inDays(1)));
  const now = new Date();
  await Promise.all([
    rollSessions(database(), now),
    rollSessions(database(), now),
    rollSessions(database(), now),
  ]);
  expect(standing(await stored(service))).toHaveLength(21);
});

it('furnishes a past of many services in few statements, and the same again adds nothing', async () => {
  const centre = await given.centre();
  const inputs = Array.from({ length: 30 }, () => given.serviceInput(centre));
  const [from, to] = [inDays(-42), inDays(14)];
  const furnish = () =>
    transaction(database(), async (tx) => {
      await furnishServices(tx, inputs);
      return furnishSessions(tx, { from, to });
    });
  await furnish();
  await transaction(database(), (tx) =>
    furnishTimetables(
      tx,
      inputs.map(({ id }) => ({ serviceId: id, slots: daily(), from })),
    ),
  );

  expect(await furnish()).toBeGreaterThanOrEqual(30 * 57);
  expect(await stored({ id: inputs[0]?.id ?? newId(serviceId) })).toHaveLength(57);
  expect(await furnish()).toBe(0);
});

it('holds the calendar that the domain knows', async () => {
  const from = '2025-01-01' as ReturnType<typeof inDays>;
  const to = '2026-12-31' as ReturnType<typeof inDays>;
  const calendar = await calendarIn(database(), { from, to });
  expect([...calendar.years].toSorted()).toEqual([2025, 2026]);
  for (const { day, kind } of [2025, 2026].flatMap((year) => statutoryDaysOf(year) ?? [])) {
    expect(calendarNote(calendar, day)).toBe(kind);
  }
  expect(calendar.days.size).toBe(28 + 5 + 33 + 6);
});
