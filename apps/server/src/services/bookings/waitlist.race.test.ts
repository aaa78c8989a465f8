import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import { statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { booked, bookingScenario, type StandingSession } from './booking.scenario.js';
import type { Booking } from './booking.type.js';
import { endWaiting } from './lapse-offers.js';
import { lockPlaces, offerFreePlaces } from './offer-places.js';

const CONNECTIONS = 32;
const database = testDatabase(CONNECTIONS);
const { given, when, stored } = bookingScenario(database);
// Each who grasps comes to a server of their own: nobody waits in the queue of one.
const { when: elsewhere } = bookingScenario(() => database().dataSource.createEntityManager());

const PLACES = 20;
const lockOf =
  ({ id }: StandingSession) =>
  (tx: { query: (sql: string, values: unknown[]) => Promise<unknown> }) =>
    tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [id]);
const rows = (session: StandingSession, more = '') =>
  database().query<{ id: BookingId; queue_number: number; state: string }[]>(
    `SELECT id, queue_number, state FROM booking WHERE session_id = $1 ${more} ORDER BY queue_number`,
    [session.id],
  );

/** All places are taken, and so many wait. */
async function crowd(waiters: number) {
  const service = await given.service({ policy: { waitlist: true } });
  const session = await given.session({ capacity: PLACES, service });
  const holders: { viewer: Viewer; booking: Booking }[] = [];
  for (const viewer of await given.residents(PLACES)) {
    holders.push({ viewer, booking: await when.hasBooked(viewer, session) });
  }
  const line: { viewer: Viewer; booking: Booking }[] = [];
  for (const viewer of await given.residents(waiters)) {
    line.push({ viewer, booking: await when.isWaiting(viewer, session) });
  }
  return { session, holders, line };
}

function valueOf<Result>(result: PromiseSettledResult<Result>): Result {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

it('200 clients who come at once stand in one line, each in a place of their own', async () => {
  const { session } = await crowd(0);
  const clients = await given.residents(200);

  const results = await atOnce(
    database(),
    CONNECTIONS - 1,
    lockOf(session),
    clients.map((client) => () => when.waits(client, session)),
  );

  const line = results.map((result) => booked(valueOf(result)));
  expect(new Set(line.map(({ state }) => state))).toEqual(new Set(['WAITLISTED']));
  const numbers = (await rows(session, `AND state = 'WAITLISTED'`)).map((row) => row.queue_number);
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  expect(await stored(session)).toMatchObject({ taken: PLACES, waiting: 200 });
});

/** All holders leave, one after the other, while 160 others, staff at the counter among them, grasp for every place. */
async function rush(leave: (holder: { viewer: Viewer; booking: Booking }) => Promise<unknown>) {
  const { session, holders, line } = await crowd(PLACES + 10);
  const [strangers, staff] = [await given.residents(160), given.staff(session.centreId)];
  let isOver = false;
  let tries = 0;
  const stolen: Viewer[] = [];
  const grasp = async (some: Viewer[]) => {
    for (let i = 0; !isOver; i = (i + 1) % some.length) {
      const stranger = some.at(i) ?? staff;
      const result = await (i % 4 === 0
        ? elsewhere.books(staff, session, { beneficiaryId: stranger.personId, channel: 'COUNTER' })
        : elsewhere.books(stranger, session));
      tries += 1;
      if (!(result instanceof Refused)) stolen.push(stranger);
    }
  };
  const grasping = Array.from({ length: 16 }, (_, i) => grasp(strangers.slice(i * 10, i * 10 + 10)));
  for (const holder of holders) await leave(holder);
  isOver = true;
  await Promise.all(grasping);
  const offered = (await rows(session, `AND state = 'OFFERED'`)).map(({ id }) => id);
  return { session, line, offered, tries, stolen: stolen.length };
}

it('20 places come free among 160 who grasp for them: the first 20 of the line have them, none is stolen', async () => {
  const { session, line, stolen, offered, tries } = await rush(({ viewer, booking }) =>
    when.cancels(viewer, booking),
  );

  expect(stolen).toBe(0);
  expect(tries).toBeGreaterThan(PLACES);
  expect(offered).toEqual(line.slice(0, PLACES).map(({ booking }) => booking.id));
  expect(await stored(session)).toMatchObject({ taken: PLACES, waiting: 10 });
}, 30_000);

const freeFirst = statement<{ id: BookingId }, object>({
  name: 'free-and-offer-later',
  text: `
    WITH gone AS (
      UPDATE booking SET state = 'CANCELLED', cancelled_at = now(), cancel_reason = 'x' WHERE id = :id RETURNING session_id
    )
    UPDATE session_places SET taken = taken - 1 FROM gone WHERE session_places.session_id = gone.session_id`,
});

it('control: when the place is freed in one act and offered in another, others take it', async () => {
  const { stolen } = await rush(async ({ booking }) => {
    await freeFirst(database(), { id: booking.id });
    return transaction(database(), async (tx) => {
      await lockPlaces(tx, { ids: [booking.sessionId] });
      return offerFreePlaces(tx, [booking.sessionId]);
    });
  });
  expect(stolen).toBeGreaterThan(0);
}, 30_000);

it('to take an offer and to let it lapse, at once and from four servers: one or the other, and the next in line follows', async () => {
  const { session, holders, line } = await crowd(PLACES * 2);
  for (const { viewer, booking } of holders) await when.cancels(viewer, booking);
  // Half of them are late.
  const late = line.slice(0, PLACES / 2).map(({ booking }) => booking.id);
  await database().query(`UPDATE booking SET held_until = now() WHERE id = ANY ($1)`, [late]);

  const results = await atOnce<unknown>(database(), PLACES, lockOf(session), [
    ...line.slice(0, PLACES).map(
      ({ viewer, booking }) =>
        () =>
          when.accepts(viewer, booking),
    ),
    ...Array.from({ length: 4 }, () => () => endWaiting(database())),
  ]);

  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const accepted = results.filter(
    (result) => result.status === 'fulfilled' && (result.value as Partial<Booking>).state === 'CONFIRMED',
  );
  const refused = results.filter(
    (result) => result.status === 'fulfilled' && result.value instanceof Refused,
  );
  expect([accepted.length, refused.length]).toEqual([PLACES / 2, PLACES / 2]);
  const states = new Map((await rows(session)).map(({ id, state }) => [id, state]));
  const stateOf = ({ booking }: { booking: Booking }) => states.get(booking.id);
  expect(new Set(line.slice(0, 10).map(stateOf))).toEqual(new Set(['LAPSED']));
  expect(new Set(line.slice(10, 20).map(stateOf))).toEqual(new Set(['CONFIRMED']));
  expect(new Set(line.slice(20, 30).map(stateOf))).toEqual(new Set(['OFFERED']));
  expect(new Set(line.slice(30).map(stateOf))).toEqual(new Set(['WAITLISTED']));
  expect(await stored(session)).toMatchObject({ taken: PLACES, waiting: 10 });
}, 30_000);
