import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { rangeOffer } from './index.js';
import { done, inDays, runsScenario } from './runs.scenario.js';

const database = testDatabase();
const { given, when, range, stored, states } = runsScenario(database);
const close = (centre: string, day: string) =>
  database().query(`INSERT INTO closed_day (centre_id, day, reason) VALUES ($1, $2, '消毒')`, [centre, day]);

it('every open day is taken; those without a session are told before, and with the reason', async () => {
  const days = await given.dayCare([1, 2, 4, 5]);
  const [lan] = (await given.residents(1)) as [Viewer];
  const centre = await given.usualCentre();
  await close(centre, inDays(3));
  const wish = { serviceId: days[0]?.serviceId as never, beneficiaryId: lan.personId };

  const offer = await rangeOffer(database(), lan, { ...wish, from: inDays(1), to: inDays(6) });
  expect(offer.days.map(({ day, kind, reason }) => [day, kind, reason])).toEqual([
    ...[1, 2].map((day) => [inDays(day), 'OPEN', null]),
    [inDays(3), 'CLOSED', '消毒'],
    ...[4, 5].map((day) => [inDays(day), 'OPEN', null]),
    [inDays(6), 'NO_SESSION', null],
  ]);
  expect(offer).toMatchObject({ refusal: null, total: { fullFen: 4800, subsidyFen: 0, payFen: 4800 } });

  // A day that the person did not see, or saw and that is not open any more, is never skipped without a word.
  const blind = await when.takes(lan, range(days, lan, [1, 6], [1, 2, 4]));
  expect(blind).toMatchObject({ code: 'DAYS_CHANGED', details: { onDay: inDays(5) } });
  const stale = await when.takes(lan, range(days, lan, [1, 6], [1, 2, 3, 4, 5]));
  expect(stale).toMatchObject({ code: 'DAYS_CHANGED', details: { onDay: inDays(3) } });

  const input = range(days, lan, [1, 6], [1, 2, 4, 5]);
  const run = done(await when.takes(lan, input));
  expect(run).toMatchObject({ places: 4, seriesId: null, fromDay: inDays(1), toDay: inDays(5) });
  expect(done(await when.takes(lan, input))).toEqual(run);
  expect(await states(run)).toEqual(Array(4).fill('CONFIRMED'));
  expectRefused(await when.takes(lan, range(days, lan, [1, 2], [1, 2])), 'ALREADY_BOOKED');
  await database().query('DELETE FROM closed_day WHERE centre_id = $1', [centre]);
});

it('the first full day is named, and no day is taken', async () => {
  const days = await given.dayCare([1, 2, 3], 1);
  const [lan, chen] = (await given.residents(2)) as [Viewer, Viewer];
  done(await when.takes(chen, range(days, chen, [2, 3], [2, 3])));
  const refused = await when.takes(lan, range(days, lan, [1, 3], [1, 2, 3]));
  expect(refused).toMatchObject({ code: 'SESSION_FULL', details: { capacity: 1, onDay: inDays(2) } });
  expect(await stored(days[0] as never)).toMatchObject({ taken: 0, bookings: 0, events: 0 });
  const offer = await rangeOffer(database(), lan, {
    ...{ serviceId: days[0]?.serviceId as never, beneficiaryId: lan.personId },
    ...{ from: inDays(1), to: inDays(3) },
  });
  expect(offer).toMatchObject({ refusal: 'SESSION_FULL', refusalDetails: { onDay: inDays(2) } });
});

it('what is not planned yet, and where nothing is open, is said', async () => {
  const days = await given.dayCare([1]);
  const [lan] = (await given.residents(1)) as [Viewer];
  const far = await when.takes(lan, range(days, lan, [1, 40], [1]));
  expect(far).toMatchObject({ code: 'NOT_PLANNED_YET', details: { onDay: inDays(22) } });
  expectRefused(await when.takes(lan, range(days, lan, [2, 4], [2])), 'NO_OPEN_DAYS');
  const single = await given.session();
  expectRefused(await when.takes(lan, range([single], lan, [1, 1], [1])), 'NOT_A_RANGE');
});

it('without an assessment that reaches to the last day nobody is taken, and what is missing is named', async () => {
  const days = await given.dayCare([1, 2, 3], 3, { needs_assessment: true });
  const [lan] = (await given.residents(1)) as [Viewer];
  const takes = () => when.takes(lan, range(days, lan, [1, 3], [1, 2, 3]));
  expect(await takes()).toMatchObject({ code: 'ASSESSMENT_MISSING', details: { onDay: inDays(1) } });
  await given.assessed(lan, inDays(2));
  expect(await takes()).toMatchObject({
    code: 'ASSESSMENT_EXPIRED',
    details: { until: inDays(2), onDay: inDays(3) },
  });
  expectRefused(await when.books(lan, days[2] as never), 'ASSESSMENT_EXPIRED');
  await given.assessed(lan, inDays(90));
  expect(done(await takes())).toMatchObject({ places: 3 });
});

it('a day is given back alone, or all that remain', async () => {
  const days = await given.dayCare([1, 2, 3]);
  const [lan] = (await given.residents(1)) as [Viewer];
  const run = done(await when.takes(lan, range(days, lan, [1, 3], [1, 2, 3])));
  const [booking] = await database().query<{ id: never }[]>(
    'SELECT id FROM booking WHERE run_id = $1 AND session_id = $2',
    [run.id, days[1]?.id],
  );
  done(await when.cancels(lan, booking as never));
  expect(await states(run)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
  done(await when.leaves(lan, run.id));
  expect(await states(run)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  for (const day of days) expect(await stored(day)).toMatchObject({ taken: 0 });
});
