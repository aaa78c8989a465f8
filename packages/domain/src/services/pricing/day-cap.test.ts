import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personId } from '../../access/index.js';
import { type PlainDate, plainDate } from '../../base/index.js';
import { proposeSubsidyRuleInput } from './rule-changes.js';
import { effectOf, type OrderedMeal } from './rule-effect.js';
import {
  priceOf,
  rulesFor,
  sharesOf,
  type SubsidyRule,
  type SubsidyRuleId,
  subsidyRuleId,
} from './subsidy.js';

const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const TODAY: PlainDate = plainDate.parse('2026-11-25');
const rule = (n: number, subsidyFen: number, dayCapFen: number | null, additive = false): SubsidyRule => ({
  ...{
    id: subsidyRuleId.parse(uuid(n)),
    name: `第 ${String(n)} 條`,
    payer: `付款方 ${String(n)}`,
    minAge: null,
    maxAge: null,
  },
  ...{ careNeed: null, areaId: null, subsidyFen, dayCapFen, additive, validFrom: TODAY, validTo: null },
});
const eater = { day: TODAY, age: 78, needs: [], homeLineage: [] };

/** The meals of one day, one after the other: what each rule gives to each. */
function day(rules: readonly SubsidyRule[], meals: readonly number[]): [SubsidyRuleId, number][][] {
  const givenFen = new Map<SubsidyRuleId, number>();
  return meals.map((fullFen) =>
    sharesOf(fullFen, rulesFor(rules, { ...eater, givenFen })).map(({ rule: { id }, fen }) => {
      givenFen.set(id, (givenFen.get(id) ?? 0) + fen);
      return [id, fen];
    }),
  );
}
const paid = (rules: readonly SubsidyRule[], meals: readonly number[]) =>
  day(rules, meals).map((shares, i) => (meals[i] ?? 0) - shares.reduce((sum, [, fen]) => sum + fen, 0));

// Worked out by hand: what is left to pay for breakfast, lunch and dinner.
it.each([
  ['no cap', [rule(1, 400, null)], [500, 1200, 1200], [100, 800, 800]],
  ['one meal a day', [rule(1, 400, 400)], [1200, 1200, 1200], [800, 1200, 1200]],
  ['the rest of a cap', [rule(1, 400, 600)], [1200, 1200, 1200], [800, 1000, 1200]],
  ['a cheap breakfast uses less of it', [rule(1, 400, 600)], [300, 1200, 1200], [0, 900, 1200]],
  [
    'the next best rule steps in',
    [rule(1, 500, 500), rule(2, 300, null)],
    [1200, 1200, 1200],
    [700, 900, 900],
  ],
  [
    'the best for the meal, not by name',
    [rule(1, 500, 700), rule(2, 300, null)],
    [1200, 1200, 1200],
    [700, 900, 900],
  ],
  ['added to another', [rule(1, 400, null), rule(2, 300, 500, true)], [1200, 1200, 1200], [500, 600, 800]],
  ['both with a cap', [rule(1, 400, 400), rule(2, 300, 300, true)], [1200, 1200, 1200], [500, 1200, 1200]],
  ['never below zero', [rule(1, 400, 600), rule(2, 300, null, true)], [500, 500, 500], [0, 0, 200]],
])('%s', (_what, rules, meals, left) => {
  expect(paid(rules, meals)).toEqual(left);
});

const someRules = fc
  .array(
    fc.record({
      fen: fc.integer({ min: 1, max: 900 }),
      room: fc.option(fc.integer({ min: 0, max: 900 })),
      additive: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ fen, room, additive }, i) => rule(i + 1, fen, room === null ? null : fen + room, additive)),
  );
const someMeals = fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 5 });

it('whatever the rules: no rule gives more than its cap on a day, and of each meal the person has the best that is left', () => {
  fc.assert(
    fc.property(someRules, someMeals, (rules, meals) => {
      const given = new Map<SubsidyRuleId, number>();
      day(rules, meals).forEach((shares, i) => {
        const left = ({ id, subsidyFen, dayCapFen }: SubsidyRule) =>
          Math.min(subsidyFen, (dayCapFen ?? Infinity) - (given.get(id) ?? 0));
        const alone = Math.max(0, ...rules.filter(({ additive }) => !additive).map(left));
        const added = rules.filter(({ additive }) => additive).reduce((sum, one) => sum + left(one), 0);
        expect(shares.reduce((sum, [, fen]) => sum + fen, 0)).toBe(Math.min(meals[i] ?? 0, alone + added));
        for (const [id, fen] of shares) given.set(id, (given.get(id) ?? 0) + fen);
      });
      for (const { id, dayCapFen } of rules)
        expect(given.get(id) ?? 0).toBeLessThanOrEqual(dayCapFen ?? Infinity);
    }),
    { numRuns: 1000 },
  );
});

it('the preview reckons with the meals of a day together, and without caps as it always did', () => {
  const meal = (n: number, fullFen: number): OrderedMeal => ({
    ...eater,
    personId: personId.parse(uuid(n)),
    fullFen,
  });
  const [old, capped] = [rule(1, 400, null), rule(9, 700, 900)];
  const meals = [meal(51, 1200), meal(52, 1200), meal(51, 1200), meal(51, 1200)];
  expect(effectOf(capped, [old], meals)).toEqual({
    // Of the first person: 700, then 400 by the old rule where 200 are left, and again.
    ...{ meals: 4, people: 2, subsidyBeforeFen: 1600, subsidyAfterFen: 700 + 700 + 400 + 400 },
    payers: [
      { payer: '付款方 1', beforeFen: 1600, afterFen: 800 },
      { payer: '付款方 9', beforeFen: 0, afterFen: 1400 },
    ],
  });
  fc.assert(
    fc.property(someRules, someMeals, (rules, prices) => {
      const [added, ...others] = rules;
      if (!added) return;
      const all = prices.map((fullFen) => meal(51, fullFen));
      const { subsidyBeforeFen, subsidyAfterFen } = effectOf(added, others, all);
      const sum = (by: readonly SubsidyRule[]) =>
        day(by, prices)
          .flat()
          .reduce((total, [, fen]) => total + fen, 0);
      expect([subsidyBeforeFen, subsidyAfterFen]).toEqual([sum(others), sum([...others, added])]);
    }),
  );
});

it('a price without other meals is the one without a cap; a cap is never below what one meal gets', () => {
  expect(priceOf(1200, rulesFor([rule(1, 400, 600)], eater))).toMatchObject({
    payFen: 800,
    ruleName: '第 1 條',
  });
  const input = {
    ...{ id: uuid(1), name: '高齡', payer: '區', areaId: uuid(2), subsidyFen: 400, additive: false },
    ...{ paysNobodyOpened: false, validFrom: '2026-12-01' },
  };
  const issues = (dayCapFen: number | null | undefined) =>
    proposeSubsidyRuleInput
      .safeParse({ ...input, dayCapFen })
      .error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect([issues(undefined), issues(null), issues(400), issues(1200)]).toEqual([[], [], [], []]);
  expect(issues(399)).toEqual(['dayCapFen']);
});
