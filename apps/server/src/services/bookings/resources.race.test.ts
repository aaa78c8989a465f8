import { expect, it } from '@jest/globals';
import type { Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { bookingScenario, hours, type StandingSession } from './booking.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given } = bookingScenario(database);
// Each wish comes to a server of its own: nobody waits for anybody but in the database.
const { when } = bookingScenario(() => database().dataSource.createEntityManager());

/** Twenty services at one hour, each with one session, that all need the one room. */
async function twentyServices() {
  const centre = await given.centre();
  const services = await Promise.all(Array.from({ length: 20 }, () => given.service({ centre })));
  const room = await given.resource(centre, '活動室', services);
  await given.resource(centre, '投影機', services);
  const at = { centre, startsAt: hours(24), endsAt: hours(25), capacity: 50 };
  const sessions: StandingSession[] = [];
  for (const service of services) sessions.push(await given.session({ ...at, service }));
  const lock = (tx: Transaction) => tx.query('SELECT FROM resource WHERE id = $1 FOR UPDATE', [room]);
  return { room, sessions, lock };
}

const inTheRoom = async (sessions: readonly StandingSession[]) =>
  database().query<{ id: string; taken: number }[]>(
    'SELECT session_id AS id, taken FROM session_places WHERE session_id = ANY ($1) AND taken > 0',
    [sessions.map(({ id }) => id)],
  );

async function race({ sessions, lock }: Awaited<ReturnType<typeof twentyServices>>) {
  const clients = await given.residents(200);
  return atOnce(
    database(),
    19,
    lock,
    clients.flatMap((client, i) => {
      const session = sessions[i % sessions.length];
      return session ? [() => when.books(client, session)] : [];
    }),
  );
}

it('200 clients want one room in twenty sessions: one session has it, the others say that it is taken', async () => {
  const all = await twentyServices();
  const results = await race(all);

  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const refused = results.flatMap((result) =>
    result.status === 'fulfilled' && result.value instanceof Refused ? [result.value] : [],
  );
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['RESOURCE_TAKEN']));
  expect(new Set(refused.map(({ details }) => (details as { resource: string }).resource)).size).toBe(1);
  expect(await inTheRoom(all.sessions)).toMatchObject([{ taken: 10 }]);
  expect(refused).toHaveLength(190);
});

it('control: without the exclusion constraint the room is in many sessions at once', async () => {
  await database().query('ALTER TABLE resource_hold DROP CONSTRAINT never_in_two_sessions');
  const all = await twentyServices();
  await race(all);
  expect((await inTheRoom(all.sessions)).length).toBeGreaterThan(1);
});
