import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, statementsOf, testDatabase } from '../../testing/index.js';
import { bookSql, wishOf } from './book-once.js';
import { book } from './book.js';
import { bookTogetherSql, wishesOf } from './book-together.js';
import { booked, bookingScenario, type StandingSession } from './booking.scenario.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, wish, stored, when: whenTogether } = bookingScenario(database);
// Each wish comes to a server of its own: nobody waits for anybody but in the database.
const { when } = bookingScenario(() => database().dataSource.createEntityManager());
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

it('one server books 200 wishes for 50 places in a few statements, in the order in which they came', async () => {
  const lunch = await given.session({ capacity: 50 });
  const clients = await given.residents(200);

  const names = await statementsOf(database(), async () => {
    const results = await atOnce(
      database(),
      1,
      lockOf(lunch),
      clients.map((client) => () => whenTogether.books(client, lunch)),
    );
    const refused = results.map((result) => valueOf(result) instanceof Refused);
    expect(refused).toEqual(clients.map((_client, i) => i >= 50));
  });

  // The first finds the session held and waits; all who came meanwhile go together.
  expect(names.filter((name) => name.startsWith('book'))).toEqual([
    ...['book-where-free', 'book'],
    ...Array<string>(4).fill('book-where-free'),
  ]);
  expect(await stored(lunch)).toEqual(FIFTY);
});

it('32 servers with a queue each sell 50 places once', async () => {
  const lunch = await given.session({ capacity: 50 });
  const clients = await given.residents(200);
  const servers = Array.from({ length: 32 }, () => database().dataSource.createEntityManager());

  const results = await atOnce(
    database(),
    servers.length - 1,
    lockOf(lunch),
    clients.map((client, i) => () => {
      const server = servers[i % servers.length] ?? database();
      return book(server, client, wish(lunch, client.personId));
    }),
  );

  const refused = results.map(valueOf).filter((result) => result instanceof Refused);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SESSION_FULL']));
  expect(refused).toHaveLength(150);
  expect(await stored(lunch)).toEqual(FIFTY);
});

it('in one queue the same wish is one booking, other wishes of that person are refused, and another id is a conflict', async () => {
  const lunch = await given.session();
  const [lan, chen] = await given.residents(2);
  if (!lan || !chen) throw new Error('nobody');
  const input = wish(lunch, lan.personId);
  const attempts = [
    ...Array.from({ length: 5 }, () => () => whenTogether.sends(lan, input)),
    ...Array.from({ length: 5 }, () => () => whenTogether.books(lan, lunch)),
    () => whenTogether.sends(chen, { ...input, beneficiaryId: chen.personId }),
    () => whenTogether.books(chen, lunch),
  ];

  const results = (await atOnce(database(), 1, lockOf(lunch), attempts)).map(valueOf);

  const ids = results.slice(0, 5).map((result) => booked(result).id);
  expect(new Set(ids)).toEqual(new Set([input.id]));
  const codes = results.slice(5).map((result) => (result instanceof Refused ? result.code : 'BOOKED'));
  expect(codes).toEqual([...Array<string>(5).fill('ALREADY_BOOKED'), 'CONFLICT', 'BOOKED']);
  expect(await stored(lunch)).toEqual({ taken: 2, checkedIn: 0, bookings: 2, events: 2 });
});

it('when a batch meets what somebody else took meanwhile, each asks alone', async () => {
  const lunch = await given.session();
  const clients = await given.residents(6);
  const elsewhere = database().dataSource.createEntityManager();
  const [first] = clients;
  if (!first) throw new Error('nobody');

  const results = await atOnce(database(), 2, lockOf(lunch), [
    () => book(elsewhere, first, wish(lunch, first.personId)),
    ...clients.toReversed().map((client) => () => whenTogether.books(client, lunch)),
  ]);

  const booking = results.map(valueOf).filter((result) => !(result instanceof Refused));
  expect(booking).toHaveLength(clients.length);
  expect(await stored(lunch)).toEqual({ taken: 6, checkedIn: 0, bookings: 6, events: 6 });
});

it('the constraint still holds when the guard is gone', async () => {
  const lunch = await given.session({ capacity: 50 });

  const results = await race(lunch, (client) => booksWithoutGuard(client, lunch));

  const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : ''));
  expect(reasons.filter((reason) => reason.includes('never_oversold'))).not.toEqual([]);
  expect(await stored(lunch)).toEqual(FIFTY);
});

it('the constraint still holds when batches forget the guard, or to look again', async () => {
  for (const batch of batchesWithout) {
    const lunch = await given.session({ capacity: 50 });
    const results = await raceOfBatches(lunch, batch);
    const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : ''));
    expect(reasons.filter((reason) => reason.includes('never_oversold'))).not.toEqual([]);
    expect((await stored(lunch))?.bookings).toBeLessThanOrEqual(50);
  }
});

it('control: this race oversells when both are gone', async () => {
  await database().query('ALTER TABLE session_places DROP CONSTRAINT never_oversold');
  const lunch = await given.session({ capacity: 50 });

  await race(lunch, (client) => booksWithoutGuard(client, lunch));

  expect((await stored(lunch))?.bookings).toBeGreaterThan(50);
});

it('control: so do batches without their guard, and batches that do not look again', async () => {
  for (const batch of batchesWithout) {
    const lunch = await given.session({ capacity: 50 });
    await raceOfBatches(lunch, batch);
    expect((await stored(lunch))?.bookings).toBeGreaterThan(50);
  }
});

const lockOf =
  ({ id }: StandingSession) =>
  (tx: Transaction) =>
    tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [id]);

async function race<Result>(session: StandingSession, attempt: (client: Viewer) => Promise<Result>) {
  const clients = await given.residents(200);
  return atOnce(
    database(),
    CONNECTIONS - 1,
    lockOf(session),
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

const BATCH_GUARD = 'AND locked.taken + turn <= locked.capacity';
const LOOK_AGAIN = 'FOR NO KEY UPDATE';
const batchesWithout = [BATCH_GUARD, LOOK_AGAIN].map((guard, i) => ({
  guard,
  batch: statement<ReturnType<typeof wishesOf>, object>({
    name: `book-together-unguarded-${String(i)}`,
    text: bookTogetherSql().replace(guard, ''),
  }),
}));

/** Eight batches of 25 at once, for 50 places. */
async function raceOfBatches(session: StandingSession, { guard, batch }: (typeof batchesWithout)[number]) {
  expect(bookTogetherSql()).toContain(guard);
  const clients = await given.residents(200);
  const groups = Array.from({ length: 8 }, (_, i) => clients.slice(i * 25, i * 25 + 25));
  const wishes = groups.map((group) =>
    group.flatMap((client) => wishOf(client, wish(session, client.personId)) ?? []),
  );
  return atOnce(
    database(),
    groups.length,
    lockOf(session),
    wishes.map((group) => () => batch(database(), wishesOf(group))),
  );
}
