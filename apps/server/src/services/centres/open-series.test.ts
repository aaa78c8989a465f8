import { expect, it } from '@jest/globals';
import { addDays } from '@linli/domain/base';
import { type SaveServiceInput, seriesId, type SeriesWish, weekdayOf } from '@linli/domain/services/centres';
import { newId, testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, expectRefused, inDays } from './centre.scenario.js';
import { changeJoinUntil, closeSeries, openSeries, previewSeries, type Service } from './index.js';

const database = testDatabase();
const { given, when } = centreScenario(database);
const calligraphy = async (unlike: Partial<SaveServiceInput> = {}) => {
  const centre = await given.centre();
  return given.service(centre, { category: 'CLASS', name: '書法課', bookedAs: 'SERIES', ...unlike });
};
const wish = (service: Service, unlike: Partial<SeriesWish> = {}): SeriesWish => ({
  ...{ serviceId: service.id, weekdays: [weekdayOf(inDays(3))], starts: '09:30', ends: '11:00' },
  ...{ capacity: 12, from: inDays(1), times: 8, ...unlike },
});
const staffOf = ({ centreId }: Service) => given.staff({ id: centreId });
const opens = (service: Service, unlike: Partial<SeriesWish> = {}, id = newId(seriesId)) =>
  openSeries(database(), staffOf(service), { ...wish(service, unlike), id, name: '週二上午班' });
const sessionsOf = (id: string) =>
  database().query<{ day: string; capacity: number; opens_at: Date; state: string }[]>(
    'SELECT day::text, capacity, opens_at, state FROM session WHERE series_id = $1 ORDER BY starts_at',
    [id],
  );

it('a class has its dates in one act, all open with the first; the same again is the same class', async () => {
  const service = await calligraphy();
  const series = done(await opens(service));
  const sessions = await sessionsOf(series.id);
  const weekly = Array.from({ length: 8 }, (_, i) => addDays(inDays(3), 7 * i));
  expect(sessions.map(({ day }) => day)).toEqual(weekly);
  expect(new Set(sessions.map(({ opens_at: at }) => at.getTime())).size).toBe(1);
  expect(done(await opens(service, {}, series.id))).toMatchObject({ id: series.id });
  expect(await sessionsOf(series.id)).toHaveLength(8);
  expectRefused(await opens(service, { times: 9 }, series.id), 'CONFLICT');
});

it('a closed day is left out and told, and the class goes on for one more week', async () => {
  const service = await calligraphy();
  await when.closes({ id: service.centreId }, inDays(10), '消毒');
  const preview = done(await previewSeries(database(), staffOf(service), wish(service)));
  expect(preview.resting).toEqual([{ day: inDays(10), note: 'CLOSED', holiday: null }]);
  expect(preview.days).toHaveLength(8);
  expect(preview.days).not.toContain(inDays(10));
  expect(preview.days.at(-1)).toBe(addDays(inDays(3), 7 * 8));
  const series = done(await opens(service));
  expect((await sessionsOf(series.id)).map(({ day }) => day)).toEqual(preview.days);
});

it('what meets at the same time, does not fit, or is no class is refused', async () => {
  const service = await calligraphy();
  done(await opens(service));
  const again = await opens(service, { starts: '10:00', ends: '12:00', from: inDays(8) });
  expectRefused(again, 'SLOTS_OVERLAP');
  expect(again).toMatchObject({ details: { onDay: inDays(10) } });
  expectRefused(await opens(service, { starts: '14:00', ends: '15:00', times: 40 }), 'SERIES_TOO_LONG');
  expectRefused(await opens(await calligraphy({ bookedAs: 'SESSION' })), 'NOT_A_SERIES');
  const unknown = await calligraphy({ followsCalendar: true });
  expectRefused(await opens(unknown, { times: 20 }), 'CALENDAR_UNPUBLISHED');
});

it('a weekly timetable of the service leaves the class alone', async () => {
  const service = await calligraphy();
  const series = done(await opens(service));
  done(await when.publishes(service, daily('16:00', '17:00', 5)));
  done(await when.publishes(service, []));
  expect((await sessionsOf(series.id)).map(({ state }) => state)).toEqual(Array(8).fill('SCHEDULED'));
});

it('its last day to join is set, moved and taken away; who comes again changes nothing, and one that is over is left', async () => {
  const service = await calligraphy();
  const series = done(await opens(service));
  const sets = (joinUntil: ReturnType<typeof inDays> | null) =>
    changeJoinUntil(database(), staffOf(service), { id: series.id, joinUntil });
  const stored = async () =>
    (
      await database().query<{ until: string | null; acts: number }[]>(
        `SELECT join_until::text AS until,
           (SELECT count(*)::int FROM audit_entry WHERE action = 'JOIN_UNTIL_CHANGED' AND detail->>'series' = series.name) AS acts
         FROM series WHERE id = $1`,
        [series.id],
      )
    )[0];
  const before = (await stored())?.acts ?? 0;
  expect(done(await sets(inDays(5)))).toMatchObject({ joinUntil: inDays(5) });
  expect(done(await sets(inDays(5)))).toMatchObject({ joinUntil: inDays(5) });
  expect(await stored()).toEqual({ until: inDays(5), acts: before + 1 });
  expect(done(await sets(null))).toMatchObject({ joinUntil: null });
  expect(await stored()).toEqual({ until: null, acts: before + 2 });
  done(await closeSeries(database(), staffOf(service), { id: series.id, reason: '老師生病' }));
  expectRefused(await sets(inDays(9)), 'SERIES_OVER');
  expect(await stored()).toEqual({ until: null, acts: before + 2 });
});
