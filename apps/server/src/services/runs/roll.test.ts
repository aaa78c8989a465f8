import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { testApi } from '../../testing/index.js';
import { done, runsScenario } from './runs.scenario.js';

const { database, ask } = testApi();
const { given, when, joining, bookingOf } = runsScenario(database);

const ROLL = `query ($id: ID!) { seriesRoll(id: $id) {
  series { id name } dates { id day }
  bookings { state session { id seriesId } run { seriesId } beneficiary { name } } } }`;

it('the roll of a class: every date of whoever is in it, and who makes one up in it; the trail knows who looked', async () => {
  const service = await given.service({ policy: { booked_as: 'SERIES', waitlist: true } });
  const mornings = await given.series({ service, days: 2 });
  const evenings = await given.series({ service, days: 2, from: 3 });
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const staff = given.staff(mornings.dates[0]?.centreId as never);
  done(await when.joins(lan, joining(mornings, lan)));
  const run = done(await when.joins(chen, joining(evenings, chen)));
  const [missed] = evenings.dates;
  const [instead] = mornings.dates;
  if (!missed || !instead) throw new Error('no dates');
  await when.cancels(chen, await bookingOf(run, missed));
  done(await when.books(chen, instead));

  const rollOf = async (viewer: Viewer, id: string): Promise<unknown> =>
    (await ask(viewer, ROLL, { id })).data?.seriesRoll;
  const { dates, bookings } = (await rollOf(staff, mornings.id)) as {
    dates: unknown[];
    bookings: { session: { id: string }; run: { seriesId: string } }[];
  };
  expect(dates).toHaveLength(2);
  const own = bookings.filter((booking) => booking.run.seriesId === mornings.id);
  expect(own).toHaveLength(2);
  const guests = bookings.filter((booking) => booking.run.seriesId === evenings.id);
  expect(guests.map(({ session }) => session.id)).toEqual([instead.id]);
  // In their own class the date is given back, and the one that makes it up is there too.
  const other = (await rollOf(staff, evenings.id)) as {
    bookings: { state: string; session: { id: string } }[];
  };
  const there = other.bookings.map(({ state, session }) => [state, session.id === missed.id]);
  expect(there).toContainEqual(['CANCELLED', true]);
  expect(there).toContainEqual(['CONFIRMED', false]);
  const trail = await database().query<object[]>(
    `SELECT FROM audit_entry WHERE actor_id = $1 AND action = 'SERIES_ROLL_SHOWN'`,
    [staff.personId],
  );
  expect(trail).toHaveLength(2);
  expect((await ask(lan, ROLL, { id: mornings.id })).errors).toBeDefined();
});
