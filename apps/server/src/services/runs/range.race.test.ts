import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import type { StandingSession } from '../bookings/booking.scenario.js';
import { runsScenario } from './runs.scenario.js';

const CONNECTIONS = 32;
const CLIENTS = 50;
const CAPACITY = 10;
const DAYS = [1, 2, 3, 4, 5, 6, 7, 8];
const database = testDatabase(CONNECTIONS);
// Each client comes to a server of its own.
const { given, when, range, joining, stored } = runsScenario(() =>
  database().dataSource.createEntityManager(),
);

/** Ranges of three to five days that begin on different days, so that all of them overlap. */
const spanOf = (client: number): number[] => {
  const first = client % 4;
  return DAYS.slice(first, first + 3 + (client % 3));
};

async function race<Result>(sessions: readonly StandingSession[], attempts: (() => Promise<Result>)[]) {
  const results = await atOnce(
    database(),
    CONNECTIONS - 1,
    (tx) =>
      tx.query('SELECT FROM session_places WHERE session_id = ANY ($1) ORDER BY session_id FOR UPDATE', [
        sessions.map(({ id }) => id),
      ]),
    attempts,
  );
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

const rowsByRun = (sessions: readonly StandingSession[]) =>
  database().query<{ places: number; taken: number }[]>(
    `SELECT run.places, count(booking.id)::int AS taken FROM booking_run run
       LEFT JOIN booking ON booking.run_id = run.id AND booking.state = 'CONFIRMED'
     WHERE run.service_id = $1 GROUP BY run.id`,
    [sessions[0]?.serviceId],
  );

it('50 clients on ranges that overlap: no day is oversold, and nobody has a part of their days', async () => {
  const days = await given.dayCare(DAYS, CAPACITY);
  const clients = await given.residents(CLIENTS);

  const results = await race(
    days,
    clients.map((client, i) => () => {
      const span = spanOf(i);
      return when.takes(client, range(days, client, [span[0] ?? 1, span.at(-1) ?? 1], span));
    }),
  );

  const refused = results.filter((result) => result instanceof Refused);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SESSION_FULL']));
  const runs = await rowsByRun(days);
  expect(runs).toHaveLength(CLIENTS - refused.length);
  expect(runs.filter(({ places, taken }) => places !== taken)).toEqual([]);
  const taken = await Promise.all(days.map(async (day) => (await stored(day))?.taken ?? 0));
  expect(Math.max(...taken)).toBe(CAPACITY);
  expect(taken.reduce((all, one) => all + one, 0)).toBe(runs.reduce((all, { places }) => all + places, 0));
});

it('50 clients want a class of 10: ten have every date, forty have none', async () => {
  const series = await given.series({ capacity: CAPACITY });
  const clients = await given.residents(CLIENTS);
  const results = await race(
    series.dates,
    clients.map((client) => () => when.joins(client, joining(series, client))),
  );
  expect(results.filter((result) => !(result instanceof Refused))).toHaveLength(CAPACITY);
  for (const date of series.dates) {
    expect(await stored(date)).toEqual({
      taken: CAPACITY,
      checkedIn: 0,
      bookings: CAPACITY,
      events: CAPACITY,
    });
  }
});

it('one wish 50 times at once is one place', async () => {
  const days = await given.dayCare(DAYS, CAPACITY);
  const [lan] = (await given.residents(1)) as [Viewer];
  const input = range(days, lan, [1, 8], DAYS);
  const results = await race(
    days,
    Array.from({ length: CLIENTS }, () => () => when.takes(lan, input)),
  );
  expect(new Set(results.map((result) => (result instanceof Refused ? result.code : result.id)))).toEqual(
    new Set([input.id]),
  );
  expect(await rowsByRun(days)).toEqual([{ places: 8, taken: 8 }]);
});

it('control: booked one day after the other, some have a part of their days', async () => {
  const days = await given.dayCare(DAYS, CAPACITY);
  const clients = await given.residents(CLIENTS);
  const parts = await Promise.all(
    clients.map(async (client, i) => {
      const span = spanOf(i);
      let had = 0;
      for (const day of span) {
        const session = days[day - 1];
        if (session && !((await when.books(client, session)) instanceof Refused)) had += 1;
      }
      return had > 0 && had < span.length;
    }),
  );
  expect(parts.filter(Boolean)).not.toEqual([]);
});

it('control: with the guard and the constraint gone, this race oversells a day', async () => {
  await database().query('ALTER TABLE session_places DROP CONSTRAINT never_oversold');
  const days = await given.dayCare(DAYS, CAPACITY);
  const clients = await given.residents(CLIENTS);
  const looksAndTakes = (client: Viewer, span: readonly number[]) => async () => {
    const wanted = span.map((day) => days[day - 1]?.id);
    const free = await database().query<object[]>(
      'SELECT FROM session_places WHERE session_id = ANY ($1) AND taken < capacity',
      [wanted],
    );
    if (free.length < wanted.length) return;
    for (const day of days.filter((_day, i) => span.includes(i + 1))) await given.has(client, day);
  };
  await race(
    days,
    clients.map((client, i) => looksAndTakes(client, spanOf(i))),
  );
  const taken = await Promise.all(days.map(async (day) => (await stored(day))?.taken ?? 0));
  expect(Math.max(...taken)).toBeGreaterThan(CAPACITY);
});
