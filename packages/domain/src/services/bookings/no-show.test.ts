import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '../../base/index.js';
import { counterOnlyUntil, type NoShowPolicy, refusalToAppeal, refusalToDecideAppeal } from './no-show.js';

const first = plainDate.parse('2026-01-01');
const day = (n: number): PlainDate => addDays(first, n);
const policy: NoShowPolicy = {
  noShowLimit: 3,
  noShowDays: 90,
  counterOnlyDays: 30,
  noShowExempt: ['DISABLED_FULLY'],
};
const until = (missed: number[], unlike: Partial<NoShowPolicy> = {}) =>
  counterOnlyUntil({ ...policy, ...unlike }, { missed: missed.map(day), needs: [] });

it('three in ninety days send one to the counter for thirty days after the last', () => {
  expect(until([0, 40])).toBeNull();
  expect(until([0, 40, 89])).toBe(day(119));
  expect(until([0, 40, 90])).toBeNull();
  expect(until([89, 0, 40, 100])).toBe(day(130));
});

it('some services do not mind, and some people cannot help it', () => {
  expect(until([0, 1, 2], { noShowLimit: null })).toBeNull();
  const missed = [0, 1, 2].map(day);
  expect(counterOnlyUntil(policy, { missed, needs: ['LIVING_ALONE'] })).toBe(day(32));
  expect(counterOnlyUntil(policy, { missed, needs: ['DISABLED_FULLY'] })).toBeNull();
});

it('one no-show less never makes it longer, and each day that passes heals', () => {
  const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
  fc.assert(
    fc.property(days, fc.nat(11), (missed, i) => {
      const [all, fewer] = [until(missed) ?? '', until(missed.toSpliced(i, 1)) ?? ''];
      expect(fewer <= all).toBe(true);
      const worst = Math.max(...missed, 0);
      expect(all <= day(worst + policy.counterOnlyDays)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('a no-show is appealed against once, and decided once', () => {
  const open = { reason: '住院', decision: null };
  expect(refusalToAppeal('NO_SHOW', null)).toBeUndefined();
  expect(refusalToAppeal('NO_SHOW', open)).toBe('ALREADY_APPEALED');
  expect(refusalToAppeal('COMPLETED', null)).toBe('NOT_A_NO_SHOW');
  expect(refusalToDecideAppeal('NO_SHOW', null)).toBe('NO_APPEAL');
  expect(refusalToDecideAppeal('NO_SHOW', open)).toBeUndefined();
  expect(refusalToDecideAppeal('NO_SHOW', { ...open, decision: 'UPHELD' })).toBe('ALREADY_DECIDED');
});
