import { expect, it } from '@jest/globals';
import type { PlainDate } from '../../base/index.js';
import {
  BECOMING_STEPS,
  type Dossier,
  dueDay,
  earliestDay,
  mayExtend,
  mayProlong,
  nextStep,
  refuseStep,
  timelineOf,
} from './index.js';

const day = (text: string) => text as PlainDate;
const dossier = (days: readonly string[], unlike: Partial<Dossier> = {}): Dossier => ({
  ...{ days: days.map(day), reviews: [], extendedMonths: 0, isProlonged: false, isStopped: false },
  ...unlike,
});
const take = (at: Dossier, step: number, on: string, unlike: object = {}) =>
  refuseStep(at, {
    ...{ step, on: day(on), papers: BECOMING_STEPS[step - 1]?.papers ?? [], introducers: [] },
    ...{ trainingHours: null, trainingDays: null, ...unlike },
  });
/** So many steps taken, all on one day. */
const upTo = (count: number, on = '2025-01-10', unlike: Partial<Dossier> = {}) =>
  dossier(
    Array.from({ length: count }, () => on),
    unlike,
  );

it('twenty-five, each with a name and its papers, one after the other', () => {
  expect(BECOMING_STEPS.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  expect(BECOMING_STEPS.every(({ papers }) => papers.length > 0)).toBe(true);
  expect(new Set(BECOMING_STEPS.map(({ name }) => name)).size).toBe(25);
  expect(take(upTo(2), 4, '2025-02-01')).toEqual({ code: 'STEP_OUT_OF_TURN', details: { next: 3 } });
  expect(take(upTo(2), 2, '2025-02-01')).toMatchObject({ code: 'STEP_OUT_OF_TURN' });
  expect(take(upTo(2), 3, '2025-01-09')).toMatchObject({ code: 'STEP_BEFORE_ITS_DAY' });
  expect(take(upTo(2), 3, '2025-01-10')).toBeUndefined();
  expect(take(upTo(2), 3, '2025-02-01', { papers: ['RECOMMENDATION'] })).toEqual({
    ...{ code: 'PAPERS_MISSING', details: { count: 1, papers: 'COMMITTEE_MINUTES' } },
  });
  expect(take(upTo(2, '2025-01-10', { isStopped: true }), 3, '2025-02-01')).toMatchObject({
    code: 'BECOMING_STOPPED',
  });
});

it('a year of cultivation with its half-year reviews', () => {
  expect(take(upTo(5), 6, '2026-01-09')).toEqual({
    ...{ code: 'STEP_BEFORE_ITS_DAY', details: { from: '2026-01-10' } },
  });
  const reviews = [day('2025-07-01'), day('2026-01-05')];
  expect(take(upTo(6), 7, '2026-01-10')).toMatchObject({
    code: 'REVIEWS_MISSING',
    details: { had: 0, due: 2 },
  });
  expect(take(upTo(6, '2025-01-10', { reviews }), 7, '2026-01-10')).toBeUndefined();
  expect(take(upTo(6, '2025-01-10', { reviews }), 7, '2026-07-10')).toMatchObject({ details: { due: 3 } });
});

it('two who introduce, a training that is long enough, a year on probation and what it is extended by', () => {
  const on = '2026-03-01';
  expect(take(upTo(8), 9, on, { introducers: ['甲', '甲'] })).toMatchObject({ code: 'INTRODUCERS_NEEDED' });
  expect(take(upTo(8), 9, on, { introducers: ['甲', '乙'] })).toBeUndefined();
  expect(take(upTo(10), 11, on, { trainingHours: 23, trainingDays: 2 })).toMatchObject({
    code: 'TRAINING_TOO_SHORT',
  });
  expect(take(upTo(10), 11, on, { trainingHours: 24 })).toBeUndefined();
  expect(take(upTo(10), 11, on, { trainingDays: 3 })).toBeUndefined();
  expect(earliestDay(upTo(21), 22)).toBe('2026-01-10');
  expect(earliestDay(upTo(21, '2025-01-10', { extendedMonths: 6 }), 22)).toBe('2026-07-10');
});

it('what is late: a talk after a month, an approval after three, in special cases six', () => {
  const next = (at: Dossier, on: string) => nextStep(at, day(on));
  expect(next(upTo(1), '2025-02-10')).toMatchObject({ due: '2025-02-10', isLate: false });
  expect(next(upTo(1), '2025-02-11')).toMatchObject({ isLate: true });
  expect(dueDay(upTo(16), 17)).toBe('2025-04-10');
  const special = upTo(16, '2025-01-10', { isProlonged: true });
  expect(dueDay(special, 17)).toBe('2025-07-10');
  expect([upTo(16), special].map((at) => next(at, '2025-04-11')?.isLate)).toEqual([true, false]);
  expect(next(special, '2025-07-11')).toMatchObject({ isLate: true, due: '2025-07-10', dueStep: 17 });
  expect(next(upTo(5), '2025-07-11')).toMatchObject({ reviewDue: '2025-07-10', isLate: true });
  expect(next(upTo(25), '2025-07-11')).toBeUndefined();
});

it('a deadline runs before its step is the next: the meeting within a month of the preliminary approval', () => {
  expect(nextStep(upTo(13), day('2025-02-11'))).toMatchObject({
    ...{ step: { number: 14 }, due: '2025-02-10', dueStep: 15, isLate: true },
  });
});

it('a probation is extended between approval and the meeting, an approval prolonged between meeting and approval', () => {
  const steps = Array.from({ length: 26 }, (_, taken) => taken);
  expect(steps.filter((taken) => mayExtend(upTo(taken)))).toEqual([17, 18, 19, 20, 21, 22]);
  expect(steps.filter((taken) => mayProlong(upTo(taken)))).toEqual([15, 16]);
  expect(mayExtend(upTo(18, '2025-01-10', { extendedMonths: 6 }))).toBe(false);
  expect(mayProlong(upTo(15, '2025-01-10', { isProlonged: true }))).toBe(false);
});

it('the timeline has all that is known of each step, before it is due too', () => {
  const at = dossier(['2025-01-10', '2025-02-20', '2025-03-01']);
  const line = timelineOf(at, day('2025-03-05'));
  expect(line).toHaveLength(25);
  expect(line[0]).toMatchObject({ on: '2025-01-10', due: null, isLate: false });
  expect(line[1]).toMatchObject({ on: '2025-02-20', due: '2025-02-10', isLate: true });
  expect(line[3]).toMatchObject({ on: null, earliest: '2025-03-01', isNext: true });
  // The gate is known before its turn has come.
  expect(line[6]).toMatchObject({ on: null, earliest: '2026-03-01', isNext: false, isLate: false });
  expect(line[14]).toMatchObject({ earliest: null, due: null });
  expect(timelineOf({ ...at, isStopped: true }, day('2027-01-01')).some(({ isNext }) => isNext)).toBe(false);
});
