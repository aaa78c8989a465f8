import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { type RoundId, roundId } from '@linli/domain/services/rounds';
import { writeDoor } from '../../organisation/contacts/index.js';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { arrangeRounds } from './arrange-rounds.js';
import { startRound } from './ride-round.js';
import { done, missing, roundsScenario } from './rounds.scenario.js';

const database = testDatabase();
const {
  given,
  storedBooking,
  dataKey,
  sql,
  asking,
  who,
  order,
  deliveries,
  released,
  planned,
  plan,
  cancel,
} = roundsScenario(database);

it('everything ordered is in a round or in none: stops are orders', async () => {
  const session = await deliveries(23);
  expect((await plan(session)).unassigned).toHaveLength(23);

  const { rounds, unassigned, version } = await planned(session);

  expect(unassigned).toEqual([]);
  expect(rounds.flatMap(({ stops }) => stops)).toHaveLength(23);
  expect(Math.max(...rounds.map(({ stops }) => stops.length))).toBeLessThanOrEqual(20);
  expect(version).toBe(1);
  const late = await order(session, 40);
  expect((await plan(session)).unassigned.map(({ ticketNumber }) => ticketNumber)).toEqual(['2040']);
  await cancel('beneficiary_id', late.personId);
  expect((await plan(session)).unassigned).toEqual([]);
});

it('by hand: split, joined, ridden by somebody, and not over what another has just changed', async () => {
  const session = await deliveries(6);
  const [first] = (await planned(session)).rounds;
  const ids = first?.stops.map(({ bookingId }) => bookingId) ?? [];
  const arrange = (version: number, ...parts: (typeof ids)[]) =>
    arrangeRounds(database(), asking(who.staff), {
      ...{ sessionId: session.id, version },
      rounds: parts.map((bookingIds) => ({ id: newId(roundId), carrierId: who.rider.personId, bookingIds })),
    });

  const split = done(await arrange(1, ids.slice(0, 2), ids.slice(2)));
  expect(split.rounds.map(({ stops, number }) => [number, stops.length])).toEqual([
    [1, 2],
    [2, 4],
  ]);
  expect(await arrange(1, ids)).toMatchObject({ code: 'ROUNDS_CHANGED' });
  expect((await plan(session)).rounds).toHaveLength(2);

  const joined = done(await arrange(2, ids.toReversed()));
  expect(joined.rounds.map(({ stops }) => stops.map(({ bookingId }) => bookingId))).toEqual([
    ids.toReversed(),
  ]);
  expect(joined.rounds[0]?.carrier?.name).toBe('周秀芬');
});

it.each([
  ['a rider of another centre', () => ({ carrierId: newId(roundId) as unknown as PersonId })],
  ['a meal of another session', () => ({ bookingIds: [newId(roundId) as never] })],
])('refuses %s, and nothing is changed', async (_what, wrong) => {
  const session = await deliveries(2);
  await planned(session);
  const round = { id: newId(roundId), bookingIds: [], ...wrong() };
  await expect(
    arrangeRounds(database(), asking(who.staff), { sessionId: session.id, version: 1, rounds: [round] }),
  ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  expect((await plan(session)).rounds[0]?.stops).toHaveLength(2);
});

it('does not leave without a who.rider, on another day, or empty; what is out cannot be arranged any more', async () => {
  const session = await deliveries(3);
  const { rounds, version } = await planned(session);
  const [round] = rounds;
  const start = (id?: RoundId) => startRound(database(), asking(who.staff), { id: id ?? missing() });
  expect(await start(round?.id)).toMatchObject({ code: 'ROUND_NEEDS_CARRIER' });
  const empty = newId(roundId);
  const bookingIds = round?.stops.map(({ bookingId }) => bookingId) ?? [];
  const wanted = [
    { id: round?.id ?? missing(), carrierId: who.rider.personId, bookingIds },
    { id: empty, carrierId: who.rider.personId, bookingIds: [] },
  ];
  done(
    await arrangeRounds(database(), asking(who.staff), { sessionId: session.id, version, rounds: wanted }),
  );
  expect(await start(empty)).toMatchObject({ code: 'ROUND_EMPTY' });

  expect(await start(round?.id)).toMatchObject({ code: 'MEAL_NOT_RELEASED' });
  await released(session);
  const left = done(await start(round?.id));
  expect(left).toMatchObject({ state: 'OUT', carrier: { name: '周秀芬' } });
  expect(done(await start(round?.id)).startedAt).toEqual(left.startedAt);
  const again = { sessionId: session.id, version: version + 1, rounds: wanted };
  expect(await arrangeRounds(database(), asking(who.staff), again)).toMatchObject({
    code: 'ROUND_ALREADY_OUT',
  });
  expect((await plan(session)).rounds[0]?.stops).toHaveLength(3);

  const tomorrow = await deliveries(1, addDays(given.today(), 1));
  const later = (await planned(tomorrow)).rounds[0]?.id ?? missing();
  await sql('UPDATE delivery_round SET carrier_id = $1 WHERE id = $2', [who.rider.personId, later]);
  expect(await start(later)).toMatchObject({ code: 'NOT_TODAY' });
});

it('where somebody lives is kept closed, and shown to who goes there', async () => {
  const session = await deliveries(1);
  const [before = missing()] = (await plan(session, who.rider)).unassigned;
  const residentId = (await storedBooking({ id: before.bookingId }))?.beneficiary_id as PersonId;
  await transaction(database(), (tx) =>
    writeDoor(tx, dataKey, residentId, { door: '2單元401', hint: '耳背，请敲重些', atHomeTo: '12:20' }),
  );
  expect((await plan(session, who.rider)).unassigned[0]).toMatchObject({ door: '2單元401', name: '李桂蘭' });
  const [row] = await sql<{ cipher: Buffer }>('SELECT cipher FROM home_door WHERE resident_id = $1', [
    residentId,
  ]);
  expect(row?.cipher.toString()).not.toContain('401');
  const stranger = given.worker('DELIVERY_VOLUNTEER', { centreId: newId(roundId) as never });
  await expect(plan(session, stranger)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
});
