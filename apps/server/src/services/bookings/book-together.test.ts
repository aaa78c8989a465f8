import { expect, it } from '@jest/globals';
import { transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { testDatabase } from '../../testing/index.js';
import { bookingScenario } from './booking.scenario.js';

const database = testDatabase();
const { given, when, stored } = bookingScenario(database);

it('a session that somebody holds keeps nobody waiting but its own wishes', async () => {
  const [held, free] = [await given.session({ capacity: 20 }), await given.session({ capacity: 20 })];
  const clients = await given.residents(24);
  const done: string[] = [];
  const books = (session: typeof held) => (client: (typeof clients)[number]) =>
    when.books(client, session).then((result) => {
      expect(result).not.toBeInstanceOf(Refused);
      done.push(session.id);
    });

  let waiting: Promise<void>[] = [];
  await transaction(database(), async (tx) => {
    await tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [held.id]);
    // The first is alone in its batch, the others share theirs with those of the free session.
    waiting = clients.slice(0, 12).map(books(held));
    await Promise.all(clients.slice(12).map(books(free)));
    expect(new Set(done)).toEqual(new Set([free.id]));
  });
  await Promise.all(waiting);

  const twelve = { taken: 12, bookings: 12, events: 12 };
  expect([await stored(held), await stored(free)]).toMatchObject([twelve, twelve]);
});
