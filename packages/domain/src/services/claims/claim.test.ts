import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../base/index.js';
import {
  ClaimMove,
  ClaimState,
  firstDayOf,
  lastDayOfMonth,
  month,
  monthOf,
  nextClaimState,
  refusalToAnswer,
  refusalToCounter,
  refusalToSubmit,
} from './claim.js';

it('goes from a draft to its payer and back with an answer, and never again', () => {
  expect(nextClaimState('DRAFT', 'SUBMIT')).toBe('SUBMITTED');
  expect(nextClaimState('SUBMITTED', 'ACCEPT')).toBe('ACCEPTED');
  expect(nextClaimState('SUBMITTED', 'RETURN')).toBe('RETURNED');
  const moves = fc.array(fc.constantFrom(...Object.values(ClaimMove)), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(ClaimState)), moves, (first, tried) => {
      tried.reduce((state, move) => {
        const next = nextClaimState(state, move) ?? state;
        if (state !== 'DRAFT') expect(next).not.toBe('DRAFT');
        if (state === 'ACCEPTED' || state === 'RETURNED') expect(next).toBe(state);
        return next;
      }, first);
    }),
  );
});

it('knows the days of a month', () => {
  expect(['2026-02', '2028-02', '2026-11', '2026-12'].map(lastDayOfMonth)).toEqual([
    ...['2026-02-28', '2028-02-29', '2026-11-30', '2026-12-31'],
  ]);
  expect(firstDayOf('2026-11')).toBe('2026-11-01');
  expect(monthOf(plainDate.parse('2026-11-24'))).toBe('2026-11');
  expect(['2026-13', '2026-1', '1999-01', '2026-11-01'].map((text) => month.safeParse(text).success)).toEqual(
    [...[false, false, false, false]],
  );
});

it('is submitted when the month is over, with evidence for each meal', () => {
  const facts = {
    ...{ state: 'DRAFT' as const, month: '2026-10', today: plainDate.parse('2026-11-01') },
    ...{ lines: 3, withoutEvidence: 0 },
  };
  expect(refusalToSubmit(facts)).toBeUndefined();
  expect(refusalToSubmit({ ...facts, today: plainDate.parse('2026-10-31') })).toBe('MONTH_NOT_OVER');
  expect(refusalToSubmit({ ...facts, lines: 0 })).toBe('CLAIM_EMPTY');
  expect(refusalToSubmit({ ...facts, withoutEvidence: 1 })).toBe('CLAIM_OUTDATED');
  expect(refusalToSubmit({ ...facts, state: 'SUBMITTED' })).toBe('CLAIM_NOT_A_DRAFT');
});

it('is answered once, by somebody else', () => {
  expect(refusalToAnswer({ state: 'SUBMITTED', isOwn: false })).toBeUndefined();
  expect(refusalToAnswer({ state: 'SUBMITTED', isOwn: true })).toBe('CLAIM_IS_YOUR_OWN');
  for (const state of ['DRAFT', 'ACCEPTED', 'RETURNED'] as const) {
    expect(refusalToAnswer({ state, isOwn: false })).toBe('CLAIM_NOT_SUBMITTED');
  }
});

it('what was claimed is taken back once, in a draft of the same payer', () => {
  const facts = {
    ...{ draft: 'DRAFT' as const, isSamePayer: true, claimed: 'ACCEPTED' as const },
    ...{ isSameClaim: false, isCounter: false, isCountered: false },
  };
  expect(refusalToCounter(facts)).toBeUndefined();
  expect(refusalToCounter({ ...facts, draft: 'SUBMITTED' })).toBe('CLAIM_NOT_A_DRAFT');
  expect(refusalToCounter({ ...facts, claimed: 'DRAFT', isSameClaim: true })).toBeUndefined();
  for (const unlike of [
    { isSamePayer: false },
    { claimed: 'RETURNED' as const },
    { claimed: 'SUBMITTED' as const },
    { claimed: 'DRAFT' as const },
    { isCounter: true },
    { isCountered: true },
  ]) {
    expect(refusalToCounter({ ...facts, ...unlike })).toBe('CLAIM_LINE_NOT_STANDING');
  }
});
