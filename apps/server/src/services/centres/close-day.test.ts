import { afterEach, expect, it } from '@jest/globals';
import type { SessionId } from '@linli/domain/services/centres';
import { testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, expectRefused, inDays, standing } from './centre.scenario.js';
import { closeDay, reopenDay, sessionFollowers } from './index.js';

const database = testDatabase();
const { given, when, stored } = centreScenario(database);
const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
const closedDays = async ({ id }: { id: string }) =>
  database().query<object[]>('SELECT day, reason FROM closed_day WHERE centre_id = $1', [id]);

async function openCentre() {
  const centre = await given.centre();
  const [checks, haircuts] = [await given.service(centre), await given.service(centre)];
  for (const service of [checks, haircuts]) done(await when.publishes(service, daily()));
  return { centre, checks, haircuts };
}
const on = async (service: { id: string }, day: string) =>
  (await stored(service as never)).filter((session) => session.day === day);

it('cancels the sessions of the day with the reason, and their bookings', async () => {
  const { centre, checks, haircuts } = await openCentre();
  const ids = [...(await on(checks, inDays(2))), ...(await on(haircuts, inDays(2)))].map(({ id }) => id);
  const follower = given.follower(new Map<SessionId, number>(ids.map((id) => [id, 4])));
  leaving.push(follower.leave);

  const result = done(await when.closes(centre, inDays(2)));

  expect(result).toMatchObject({ centreId: centre.id, cancelledSessions: 2, cancelledBookings: 8 });
  expect(new Set(follower.cancelled[0]?.ids)).toEqual(new Set(ids));
  expect(await on(checks, inDays(2))).toMatchObject([
    { state: 'CANCELLED', reason: '盤點', withdrawn: false },
  ]);
  expect(standing(await stored(checks))).toHaveLength(6);
  expect(await eventsOf(database(), centre.id)).toContain('centres.day-closed');
});

it('closing twice changes nothing and says the same; for another reason it is refused', async () => {
  const { centre, checks } = await openCentre();
  const first = done(await when.closes(centre, inDays(2)));
  const before = [await stored(checks), await eventsOf(database(), centre.id)];
  const follower = given.follower();
  leaving.push(follower.leave);

  expect(done(await when.closes(centre, inDays(2)))).toMatchObject(first);
  expectRefused(await when.closes(centre, inDays(2), '停電'), 'DAY_ALREADY_CLOSED');

  expect(follower.cancelled).toEqual([]);
  expect([await stored(checks), await eventsOf(database(), centre.id)]).toEqual(before);
  expect(await closedDays(centre)).toEqual([{ day: inDays(2), reason: '盤點' }]);
});

it('when bookings cannot be cancelled, the day stays open', async () => {
  const { centre, checks } = await openCentre();
  const before = await stored(checks);
  leaving.push(
    sessionFollowers.register({
      countBooked: () => Promise.resolve(new Map()),
      countHeld: () => Promise.resolve(new Map()),
      hold: () => Promise.resolve(),
      capacityChanged: () => Promise.resolve(),
      cancelBooked: () => Promise.reject(new Error('no')),
    }),
  );

  await expect(when.closes(centre, inDays(2))).rejects.toThrow('no');
  expect(await stored(checks)).toEqual(before);
  expect(await closedDays(centre)).toEqual([]);
});

it('opened again, the very sessions are back; a day that is not closed cannot be opened', async () => {
  const { centre, checks, haircuts } = await openCentre();
  const before = [await stored(checks), await stored(haircuts)];
  await when.closes(centre, inDays(2));

  done(await when.reopens(centre, inDays(2)));

  expect([await stored(checks), await stored(haircuts)]).toEqual(before);
  expect(await closedDays(centre)).toEqual([]);
  expect(await eventsOf(database(), centre.id)).toContain('centres.day-reopened');
  const events = await eventsOf(database(), centre.id);
  expectRefused(await when.reopens(centre, inDays(2)), 'DAY_NOT_CLOSED');
  expect(await eventsOf(database(), centre.id)).toEqual(events);
});

it('what was published while it was closed is there when it opens, and what went does not come back', async () => {
  const { centre, checks } = await openCentre();
  await when.closes(centre, inDays(2));
  done(await when.publishes(checks, daily('15:00', '16:00')));
  expect(standing(await on(checks, inDays(2)))).toEqual([]);

  done(await when.reopens(centre, inDays(2)));

  expect(standing(await on(checks, inDays(2)))).toMatchObject([{ starts: '15:00', ends: '16:00' }]);
  expect(standing(await stored(checks))).toHaveLength(7);
});

it('a day that is over is neither closed nor opened', async () => {
  const { centre } = await openCentre();
  expectRefused(await when.closes(centre, inDays(-1)), 'SESSION_OVER');
  await database().query(`INSERT INTO closed_day (centre_id, day, reason) VALUES ($1, $2, '停水')`, [
    centre.id,
    inDays(-1),
  ]);
  expectRefused(await when.reopens(centre, inDays(-1)), 'SESSION_OVER');
  expect(await closedDays(centre)).toHaveLength(1);
});

it('is for those who manage the centre', async () => {
  const { centre, checks } = await openCentre();
  const other = await given.centre();
  const [input, before] = [{ centreId: centre.id, day: inDays(2) }, await stored(checks)];
  for (const stranger of [given.staff(other), given.cadre(other.areaId), given.resident()]) {
    await expect(closeDay(database(), stranger, { ...input, reason: '盤點' })).rejects.toThrow(
      'No such centre',
    );
    await expect(reopenDay(database(), stranger, input)).rejects.toThrow('No such centre');
  }
  expect(await stored(checks)).toEqual(before);
});
