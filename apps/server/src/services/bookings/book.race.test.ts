import { expect, it } from '@jest/globals';
import { reachOf, type Viewer } from '@linli/domain/access';
import { statement } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import type { Session } from '../centres/index.js';
import { bookSql } from './book.js';
import { booked, bookingScenario } from './booking.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, when, wish, stored } = bookingScenario(database);
const clients = Array.from({ length: 200 }, () => given.resident());

it('200 clients want 20 places: 20 get one, and every count agrees', async () => {
  const lunch = await given.session({ capacity: 20 });

  const results = await race(lunch, (client) => when.books(client, lunch));

  const refused = results.map(valueOf).filter((result) => result instanceof Refused);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SESSION_FULL']));
  expect(refused).toHaveLength(180);
  expect(await stored(lunch)).toEqual({ taken: 20, bookings: 20, events: 20 });
});

it('the same wish, 200 times at once, is one booking', async () => {
  const lunch = await given.session();
  const lan = given.resident();
  const input = wish(lunch, lan.personId);

  const results = await race(lunch, () => when.sends(lan, input));

  expect(new Set(results.map((result) => booked(valueOf(result)).id))).toEqual(new Set([input.id]));
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('the constraint still holds when the guard is gone', async () => {
  const lunch = await given.session({ capacity: 20 });

  const results = await race(lunch, (client) => booksWithoutGuard(client, lunch));

  const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : ''));
  expect(reasons.filter((reason) => reason.includes('never_oversold'))).not.toEqual([]);
  expect(await stored(lunch)).toEqual({ taken: 20, bookings: 20, events: 20 });
});

it('control: this race oversells when both are gone', async () => {
  await database().query('ALTER TABLE session_places DROP CONSTRAINT never_oversold');
  const lunch = await given.session({ capacity: 20 });

  await race(lunch, (client) => booksWithoutGuard(client, lunch));

  expect((await stored(lunch))?.bookings).toBeGreaterThan(20);
});

const race = <Result>({ id, capacity }: Session, attempt: (client: Viewer) => Promise<Result>) =>
  atOnce(
    database(),
    CONNECTIONS - 1,
    (tx) => tx.query('INSERT INTO session_places VALUES ($1, $2, 0)', [id, capacity]),
    clients.map((client) => () => attempt(client)),
  );

function valueOf<Result>(result: PromiseSettledResult<Result>): Result {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

const GUARD = 'WHERE places.taken < excluded.capacity';
const unguarded = statement({ name: 'book-unguarded', text: bookSql.replace(GUARD, '') });

function booksWithoutGuard(client: Viewer, session: Session): Promise<unknown> {
  expect(bookSql).toContain(GUARD);
  const input = wish(session, client.personId);
  return unguarded(database(), { ...input, ...reachOf(client, 'BOOK'), bookerId: client.personId });
}
