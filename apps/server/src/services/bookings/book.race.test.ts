import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { statement } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { bookSql, wishOf } from './book.js';
import { booked, bookingScenario, type StandingSession } from './booking.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, when, wish, stored } = bookingScenario(database);
const FIFTY = { taken: 50, checkedIn: 0, bookings: 50, events: 50 };

it('200 clients want 50 places: 50 get one, and every count agrees', async () => {
  const lunch = await given.session({ capacity: 50 });

  const results = await race(lunch, (client) => when.books(client, lunch));

  const refused = results.map(valueOf).filter((result) => result instanceof Refused);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SESSION_FULL']));
  expect(refused).toHaveLength(150);
  expect(await stored(lunch)).toEqual(FIFTY);
});

it('the same wish, 200 times at once, is one booking', async () => {
  const lunch = await given.session();
  const lan = await given.resident();
  const input = wish(lunch, lan.personId);

  const results = await race(lunch, () => when.sends(lan, input));

  const answers = results.map((result) => booked(valueOf(result)));
  expect(new Set(answers.map(({ id, ticketNumber }) => `${id} ${ticketNumber}`)).size).toBe(1);
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 0, bookings: 1, events: 1 });
});

it('one person with 200 wishes at once gets one place', async () => {
  const lunch = await given.session();
  const lan = await given.resident();

  const results = await race(lunch, () => when.books(lan, lunch));

  expect(results.map(valueOf).filter((result) => !(result instanceof Refused))).toHaveLength(1);
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 0, bookings: 1, events: 1 });
});

it('a session that closes while they queue gives no place any more', async () => {
  const lunch = await given.session({ capacity: 50 });
  const [lan] = await given.residents(1);
  if (!lan) throw new Error('nobody');

  const [result] = await atOnce(
    database(),
    1,
    (tx) =>
      tx.query(`UPDATE session SET state = 'CANCELLED', cancel_reason = '停電' WHERE id = $1`, [lunch.id]),
    [() => when.books(lan, lunch)],
  );

  expect(result && valueOf(result)).toBeInstanceOf(Refused);
  expect(await stored(lunch)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 0 });
});

it('the constraint still holds when the guard is gone', async () => {
  const lunch = await given.session({ capacity: 50 });

  const results = await race(lunch, (client) => booksWithoutGuard(client, lunch));

  const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : ''));
  expect(reasons.filter((reason) => reason.includes('never_oversold'))).not.toEqual([]);
  expect(await stored(lunch)).toEqual(FIFTY);
});

it('control: this race oversells when both are gone', async () => {
  await database().query('ALTER TABLE session_places DROP CONSTRAINT never_oversold');
  const lunch = await given.session({ capacity: 50 });

  await race(lunch, (client) => booksWithoutGuard(client, lunch));

  expect((await stored(lunch))?.bookings).toBeGreaterThan(50);
});

async function race<Result>({ id }: StandingSession, attempt: (client: Viewer) => Promise<Result>) {
  const clients = await given.residents(200);
  return atOnce(
    database(),
    CONNECTIONS - 1,
    (tx) => tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [id]),
    clients.map((client) => () => attempt(client)),
  );
}

function valueOf<Result>(result: PromiseSettledResult<Result>): Result {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

const GUARD = 'AND session_places.open AND session_places.taken < session_places.capacity';
const unguarded = statement({ name: 'book-unguarded', text: bookSql.replace(GUARD, '') });

async function booksWithoutGuard(client: Viewer, session: StandingSession): Promise<void> {
  expect(bookSql).toContain(GUARD);
  await unguarded(database(), wishOf(client, wish(session, client.personId)) ?? {});
}
