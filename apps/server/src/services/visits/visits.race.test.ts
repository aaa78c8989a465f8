import { expect, it } from '@jest/globals';
import type { Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { hours, type StandingSession } from '../bookings/booking.scenario.js';
import { visitsScenario } from './visits.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, worker, sql } = visitsScenario(database);
// Each wish comes to a server of its own: nobody waits for anybody but in the database.
const { when } = visitsScenario(() => database().dataSource.createEntityManager());

/** Fifteen services that all send the one worker at one hour, and sixty people who want her. */
async function everybodyWantsHer() {
  const centre = await given.centre();
  const services = await Promise.all(
    Array.from({ length: 15 }, () => given.service({ centre, policy: { at_home: true } })),
  );
  const { resource } = await worker(centre, '王芳', services);
  const at = { centre, startsAt: hours(24), endsAt: hours(26), capacity: 1 };
  const sessions: StandingSession[] = [];
  for (const service of services) sessions.push(await given.session({ ...at, service }));
  const people = await given.residents(60);
  for (const one of people) await given.door(one);
  const lock = (tx: Transaction) => tx.query('SELECT FROM resource WHERE id = $1 FOR UPDATE', [resource]);
  const wishes = people.flatMap((one, i) => {
    const session = sessions[i % sessions.length];
    return session ? [() => when.books(one, session)] : [];
  });
  return { sessions, results: await atOnce(database(), 14, lock, wishes) };
}

const visited = async (sessions: readonly StandingSession[]) =>
  (
    await sql<{ id: string }>(`SELECT id FROM booking WHERE session_id = ANY ($1) AND state = 'CONFIRMED'`, [
      sessions.map(({ id }) => id),
    ])
  ).length;

it('60 people want one worker at one hour: she goes to one of them, the others are told that she is taken', async () => {
  const { sessions, results } = await everybodyWantsHer();
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const refused = results.flatMap((result) =>
    result.status === 'fulfilled' && result.value instanceof Refused ? [result.value.code] : [],
  );
  expect(refused).toHaveLength(59);
  // Whoever wanted the same session finds it full, whoever wanted another finds her taken.
  expect(refused.filter((code) => code === 'RESOURCE_TAKEN')).toHaveLength(56);
  expect(refused.filter((code) => code === 'SESSION_FULL')).toHaveLength(3);
  expect(await visited(sessions)).toBe(1);
});

it('control: without the exclusion constraint she is promised to many at once', async () => {
  await database().query('ALTER TABLE resource_hold DROP CONSTRAINT never_in_two_sessions');
  const { sessions } = await everybodyWantsHer();
  expect(await visited(sessions)).toBeGreaterThan(1);
});
