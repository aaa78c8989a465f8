import { expect, it } from '@jest/globals';
import { roundId } from '@linli/domain/services/rounds';
import { atOnce, newId, testDatabase } from '../../testing/index.js';
import { welfareChecks } from '../welfare/index.js';
import { endRound } from './ride-round.js';
import { done, missing, roundsScenario, tap } from './rounds.scenario.js';

const database = testDatabase(12);
const { storedBooking, sql, asking, who, out, cancel, sends } = roundsScenario(database);

it('delivered doors are served meals; back only when each door has an outcome; what nobody took was missed', async () => {
  const { session, round } = await out(3);
  const end = () => endRound(database(), asking(who.rider), { id: round.id });

  const synced = done(await sends(round, [tap(round, 0), tap(round, 1, 'REFUSED')]));
  expect(synced).toMatchObject({ unknown: [], outweighed: [] });
  expect(await end()).toMatchObject({ code: 'STOPS_STILL_OPEN', details: { open: 1 } });
  done(await sends(round, [tap(round, 2, 'NOBODY_OPENED')]));
  expect(done(await end()).state).toBe('BACK');

  const states = await Promise.all(round.stops.map(({ bookingId: id }) => storedBooking({ id })));
  expect(states.map((row) => row?.state)).toEqual(['COMPLETED', 'NO_SHOW', 'NO_SHOW']);
  const [drift] = await sql('SELECT FROM booking_drift WHERE session_id = $1', [session.id]);
  expect(drift).toBeUndefined();
});

it('two phones, each sending twice and out of order, at once: one mark stands for each door', async () => {
  const { round } = await out(8);
  const early = new Date(Date.now() - 1000);
  const [mine, other] = [
    round.stops.map((_stop, i) => tap(round, i, 'DELIVERED', early)),
    round.stops.map((_stop, i) => tap(round, i, i % 2 ? 'NOBODY_OPENED' : 'DELIVERED')),
  ];
  const batches = [mine, other.toReversed(), mine.toReversed(), other];

  const answers = await atOnce(
    database(),
    4,
    (tx) => tx.query('SELECT FROM delivery_round WHERE id = $1 FOR UPDATE', [round.id]),
    batches.map((marks) => () => sends(round, marks)),
  );

  for (const answer of answers) expect(answer).toMatchObject({ status: 'fulfilled', value: { unknown: [] } });
  const standing = await sql<{ outcome: string; marks: number }>(
    `SELECT outcome, (SELECT count(*)::int FROM delivery_mark all_marks WHERE all_marks.booking_id = mark.booking_id) AS marks
     FROM delivery_mark mark WHERE stands AND booking_id = ANY ($1)`,
    [round.stops.map(({ bookingId }) => bookingId)],
  );
  expect(standing).toEqual(Array(8).fill({ outcome: 'DELIVERED', marks: 2 }));
  const open = await welfareChecks(database(), who.staff, { centreId: who.centre, open: true });
  expect(open.filter(({ bookingId }) => round.stops.some((stop) => stop.bookingId === bookingId))).toEqual(
    [],
  );
});

it('a phone whose clock is a day out is put right, and it is said so', async () => {
  const { round } = await out(1);
  const dayAgo = new Date(Date.now() - 24 * 3_600_000);
  const { round: synced } = done(await sends(round, [tap(round, 0, 'DELIVERED', dayAgo)], dayAgo));
  const { mark } = synced.stops[0] ?? missing();
  expect(mark).toMatchObject({ outcome: 'DELIVERED', corrected: true });
  expect(Math.abs((mark?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});

it('a door that is not in the round is not kept, and the rest is', async () => {
  const { round } = await out(1);
  const elsewhere = { ...tap(round, 0), bookingId: newId(roundId) as never };
  const right = tap(round, 0);
  const synced = done(await sends(round, [elsewhere, right]));
  expect(synced).toMatchObject({ kept: [right.id], unknown: [elsewhere.id] });
});

it('a booking that is cancelled on the way is said so, and asks for no outcome', async () => {
  const { round } = await out(2);
  const [gone = missing(), stays = missing()] = round.stops;
  await cancel('id', gone.bookingId);
  done(await sends(round, [{ ...tap(round, 0), bookingId: stays.bookingId }]));
  expect(done(await endRound(database(), asking(who.rider), { id: round.id })).stops[0]).toMatchObject({
    cancelled: true,
  });
});
