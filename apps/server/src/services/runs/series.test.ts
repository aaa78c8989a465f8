import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { bookingId, bookingRunId } from '@linli/domain/services/bookings';
import { newId, testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { closeSeries } from '../centres/index.js';
import { seriesOffers } from './index.js';
import { done, inDays, runsScenario } from './runs.scenario.js';

const database = testDatabase();
const { given, when, joining, stored, states, told, bookingOf } = runsScenario(database);

it('who joins has every date that is still to come; the same again is the same, another wish under the id is none', async () => {
  const series = await given.series();
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const input = joining(series, lan);

  const run = done(await when.joins(lan, input));
  expect(run).toMatchObject({
    id: input.id,
    seriesId: series.id,
    places: 4,
    fromDay: inDays(1),
    toDay: inDays(22),
  });
  expect(done(await when.joins(lan, input))).toEqual(run);
  expectRefused(await when.joins(chen, joining(series, chen, { id: input.id })), 'CONFLICT');
  expect(await states(run)).toEqual(Array(4).fill('CONFIRMED'));
  for (const date of series.dates) {
    expect(await stored(date)).toEqual({ taken: 1, checkedIn: 0, bookings: 1, events: 1 });
  }
});

it('when one date is taken nobody joins, and the refusal names the day', async () => {
  const series = await given.series({ capacity: 1 });
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const third = series.dates[2];
  if (!third) throw new Error('no date');
  await given.has(chen, third);

  const refused = await when.joins(lan, joining(series, lan));
  expect(refused).toMatchObject({ code: 'SESSION_FULL', details: { capacity: 1, onDay: third.day } });
  const first = series.dates[0];
  expect(first && (await stored(first))).toMatchObject({ taken: 0, bookings: 0, events: 0 });
  const [row] = await database().query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM booking_run WHERE series_id = $1',
    [series.id],
  );
  expect(row?.count).toBe(0);
  const [offer] = await seriesOffers(database(), lan, {
    serviceId: third.serviceId,
    beneficiaryId: lan.personId,
  });
  expect(offer).toMatchObject({
    placesLeft: 0,
    refusal: 'SESSION_FULL',
    refusalDetails: { onDay: third.day },
  });
});

it('the offer is what joining does: dates, price, and who is in it already', async () => {
  const series = await given.series();
  const [lan] = (await given.residents(1)) as [Viewer];
  const wish = { serviceId: series.dates[0]?.serviceId as never, beneficiaryId: lan.personId };
  const [offer] = await seriesOffers(database(), lan, wish);
  expect(offer).toMatchObject({
    placesLeft: 10,
    refusal: null,
    runId: null,
    total: { fullFen: 4800, payFen: 4800 },
  });
  expect(offer?.dates.map(({ id }) => id)).toEqual(series.dates.map(({ id }) => id));
  const run = done(await when.joins(lan, joining(series, lan)));
  const [after] = await seriesOffers(database(), lan, wish);
  expect(after).toMatchObject({ refusal: 'ALREADY_BOOKED', runId: run.id });
});

it('a date of a class is not booked alone, but by who gave one back', async () => {
  const service = await given.service({ policy: { booked_as: 'SERIES', waitlist: true } });
  const tuesdays = await given.series({ service, capacity: 2 });
  const thursdays = await given.series({ service, capacity: 1, from: 3 });
  const [lan] = (await given.residents(1)) as [Viewer];
  const [first, second] = tuesdays.dates;
  const [other, later] = thursdays.dates;
  if (!first || !second || !other || !later) throw new Error('no dates');
  const alone = await when.books(lan, first);
  expect(alone).toMatchObject({ code: 'WHOLE_SERIES', details: { series: '書法班' } });

  const run = done(await when.joins(lan, joining(tuesdays, lan)));
  // All dates are there: no other one is added.
  expectRefused(await when.books(lan, other), 'WHOLE_SERIES');
  await when.cancels(lan, await bookingOf(run, first));
  const instead = done(await when.books(lan, other));
  expect(await states(run)).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
  expectRefused(await when.books(lan, first), 'WHOLE_SERIES');

  // One date is made up on another by moving, within the class alone.
  const moved = done(await when.moves(lan, await bookingOf(run, second), later));
  expect(moved).toMatchObject({ runId: run.id, sessionId: later.id });
  const elsewhere = await given.session({ startsAt: new Date(Date.now() + 40 * 3_600_000) });
  expectRefused(await when.moves(lan, instead, elsewhere), 'NOT_THE_SAME_KIND');
});

it('what one member gives back is held for another who waits for it', async () => {
  const service = await given.service({ policy: { booked_as: 'SERIES', waitlist: true } });
  const mornings = await given.series({ service, capacity: 1 });
  const evenings = await given.series({ service, capacity: 1, from: 3 });
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const [mine] = mornings.dates;
  const [theirs] = evenings.dates;
  if (!mine || !theirs) throw new Error('no dates');
  const run = done(await when.joins(lan, joining(mornings, lan)));
  const other = done(await when.joins(chen, joining(evenings, chen)));

  await when.cancels(chen, await bookingOf(other, theirs));
  const waiting = done(await when.waits(chen, mine));
  expect(waiting).toMatchObject({ state: 'WAITLISTED', runId: other.id });
  await when.cancels(lan, await bookingOf(run, mine));
  done(await when.accepts(chen, waiting));
  expect(await states(other)).toEqual(expect.arrayContaining(['CANCELLED', 'CONFIRMED']));
  expect(await stored(mine)).toMatchObject({ taken: 1 });
});

it('who leaves gives back all that remains, once, and may join again', async () => {
  const series = await given.series();
  const [lan] = (await given.residents(1)) as [Viewer];
  const staff = given.staff(series.dates[0]?.centreId as never);
  const run = done(await when.joins(staff, joining(series, lan, { channel: 'PHONE' })));
  expect(await told(lan)).toEqual(['RUN_BOOKED']);
  const [, , third] = series.dates;
  // What cannot be given back any more stays.
  await database().query('UPDATE session SET cancel_until = opens_at WHERE id = $1', [third?.id]);

  const left = done(await when.leaves(lan, run.id));
  expect(left).toMatchObject({ leaveReason: '搬家' });
  expect(await states(run)).toEqual(['CANCELLED', 'CANCELLED', 'CONFIRMED', 'CANCELLED']);
  expect(done(await when.leaves(lan, run.id, '又一次'))).toMatchObject({ leaveReason: '搬家' });
  expect(await stored(series.dates[0] as never)).toMatchObject({ taken: 0, events: 2 });
  // Nobody is told of what they did themselves, and nobody twice of what others did.
  expect(await told(lan)).toEqual(['RUN_BOOKED']);
  expectRefused(await when.books(lan, series.dates[0] as never), 'WHOLE_SERIES');
  await when.cancels(staff, await bookingOf(run, third as never));
  const again = done(await when.joins(lan, joining(series, lan)));
  done(await when.leaves(staff, again.id));
  expect(await told(lan)).toEqual(['RUN_BOOKED', 'BOOKING_CANCELLED_FOR_YOU', 'RUN_LEFT']);
  expectRefused(
    await when.joins(staff, joining(series, lan, { id: again.id, channel: 'PHONE' })),
    'CONFLICT',
  );
});

it('after its last day to join nobody joins, and who is in it stays', async () => {
  const series = await given.series();
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const run = done(await when.joins(lan, joining(series, lan)));
  await database().query('UPDATE series SET join_until = $2 WHERE id = $1', [series.id, inDays(-1)]);
  const late = { code: 'SERIES_JOINING_OVER', details: { until: inDays(-1) } };
  expect(await when.joins(chen, joining(series, chen))).toMatchObject(late);
  const wish = { serviceId: series.dates[0]?.serviceId as never, beneficiaryId: chen.personId };
  const [offer] = await seriesOffers(database(), chen, wish);
  expect(offer).toMatchObject({ refusal: 'SERIES_JOINING_OVER', refusalDetails: { until: inDays(-1) } });
  expect(await states(run)).toEqual(Array(4).fill('CONFIRMED'));
  await database().query('UPDATE series SET join_until = $2 WHERE id = $1', [series.id, inDays(0)]);
  done(await when.joins(chen, joining(series, chen)));
});

it('a class that is stopped is over for everybody, who are told once; twice is once', async () => {
  const series = await given.series();
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const staff = given.staff(series.dates[0]?.centreId as never);
  const run = done(await when.joins(lan, joining(series, lan)));
  const other = done(await when.joins(chen, joining(series, chen)));
  await when.cancels(chen, await bookingOf(other, series.dates[0] as never));

  const input = { id: series.id, reason: '老師生病' };
  const closed = done(await closeSeries(database(), staff, input));
  expect(closed).toMatchObject({ closeReason: '老師生病', closedAt: expect.any(Date) });
  expect(done(await closeSeries(database(), staff, { ...input, reason: '又一次' }))).toEqual(closed);
  expect(await states(run)).toEqual(Array(4).fill('CANCELLED'));
  for (const date of series.dates) expect(await stored(date)).toMatchObject({ taken: 0 });
  expect([await told(lan), await told(chen)]).toEqual([['SERIES_CLOSED'], ['SERIES_CLOSED']]);
  const [{ times } = {}] = await database().query<{ times?: string }[]>(
    `SELECT parameters->>'times' AS times FROM notice WHERE resident_id = $1 AND kind = 'SERIES_CLOSED'`,
    [chen.personId],
  );
  expect(times).toBe('3');
  const wish = { serviceId: series.dates[0]?.serviceId as never, beneficiaryId: lan.personId };
  expect(await seriesOffers(database(), lan, wish)).toEqual([]);
  expectRefused(await when.joins(lan, joining(series, lan)), 'SERIES_OVER');
});

it('beyond reach there is no class, no run and no one to book for', async () => {
  const series = await given.series();
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  const run = done(await when.joins(lan, joining(series, lan)));
  await expect(when.joins(chen, joining(series, lan))).rejects.toThrow();
  await expect(when.leaves(chen, run.id)).rejects.toThrow();
  await expect(when.leaves(chen, newId(bookingRunId))).rejects.toThrow();
  await expect(
    when.joins(chen, { ...joining(series, chen), seriesId: newId(bookingId) as never }),
  ).rejects.toThrow();
});
