import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaId } from '../../access/index.js';
import { plainDate } from '../../base/index.js';
import {
  type Eater,
  holdsFor,
  priceOf,
  rulesFor,
  sharesOf,
  type SubsidyRule,
  subsidyRuleId,
} from './subsidy.js';

const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const day = (text: string) => plainDate.parse(text);
const [district, street, otherStreet] = [1, 2, 3].map((n) => areaId.parse(uuid(n)));

const rule = (n: number, unlike: Partial<SubsidyRule> = {}): SubsidyRule => ({
  id: subsidyRuleId.parse(uuid(n)),
  name: `第 ${n} 條`,
  payer: '區',
  minAge: null,
  maxAge: null,
  careNeed: null,
  areaId: null,
  subsidyFen: 400,
  dayCapFen: null,
  additive: false,
  validFrom: day('2026-01-01'),
  validTo: null,
  ...unlike,
});
const guilan: Eater = {
  day: day('2026-11-25'),
  age: 78,
  needs: ['LIVING_ALONE'],
  homeLineage: [district, street].filter((id) => id !== undefined),
};

it('takes the rule that is best for the person, and only that one', () => {
  const rules = [
    rule(1, { minAge: 60 }),
    rule(2, { minAge: 76, maxAge: 89, subsidyFen: 800 }),
    rule(3, { minAge: 90, subsidyFen: 1200 }),
  ];
  expect(priceOf(1200, rulesFor(rules, guilan))).toEqual({
    fullFen: 1200,
    subsidyFen: 800,
    payFen: 400,
    ruleName: '第 2 條',
    payer: '區',
  });
});

it.each([
  ['too young', { minAge: 79 }],
  ['too old', { maxAge: 77 }],
  ['another need', { careNeed: 'DISABLED_FULLY' as const }],
  ['another street', { areaId: otherStreet ?? null }],
  ['not yet in force', { validFrom: day('2026-11-26') }],
  ['no longer in force', { validTo: day('2026-11-24') }],
])('a rule does not hold for one who is %s', (_what, unlike) => {
  expect(holdsFor(rule(1), guilan)).toBe(true);
  expect(holdsFor(rule(1, unlike), guilan)).toBe(false);
});

it('both ends of ages and of days are inside', () => {
  const exact = { minAge: 78, maxAge: 78, validFrom: guilan.day, validTo: guilan.day };
  expect(holdsFor(rule(1, { ...exact, careNeed: 'LIVING_ALONE', areaId: street ?? null }), guilan)).toBe(
    true,
  );
});

it('a price without a rule names none, and a subsidy of nothing is none', () => {
  expect(priceOf(1200, [])).toMatchObject({ payFen: 1200, ruleName: null, payer: null });
  expect(priceOf(0, [rule(1)])).toEqual({
    fullFen: 0,
    subsidyFen: 0,
    payFen: 0,
    ruleName: null,
    payer: null,
  });
});

const rules = fc.array(
  fc.record({
    minAge: fc.option(fc.nat(100)),
    maxAge: fc.option(fc.nat(100)),
    careNeed: fc.option(fc.constantFrom('LIVING_ALONE' as const, 'LOW_INCOME' as const)),
    areaId: fc.option(fc.constantFrom(...[street, otherStreet].filter((id) => id !== undefined))),
    subsidyFen: fc.nat(2000),
    additive: fc.boolean(),
  }),
  { maxLength: 8 },
);

it('full = subsidy + pay, never below zero, and no other rule would have been better', () => {
  fc.assert(
    fc.property(rules, fc.nat(1500), fc.nat(105), (unlikes, fullFen, age) => {
      const all = unlikes.map((unlike, n) => rule(n + 1, unlike));
      const eater = { ...guilan, age };
      const price = priceOf(fullFen, rulesFor(all, eater));
      expect(price.subsidyFen + price.payFen).toBe(fullFen);
      expect(Math.min(price.subsidyFen, price.payFen)).toBeGreaterThanOrEqual(0);
      for (const each of all.filter((one) => holdsFor(one, eater))) {
        expect(priceOf(fullFen, [each]).payFen).toBeGreaterThanOrEqual(price.payFen);
      }
    }),
  );
});

it('the order of the rules does not matter', () => {
  fc.assert(
    fc.property(rules, (unlikes) => {
      const all = unlikes.map((unlike, n) => rule(n + 1, unlike));
      expect(rulesFor([...all].reverse(), guilan)).toEqual(rulesFor(all, guilan));
    }),
  );
});

it('of those that are not additive one is taken, of the additive ones all, until the price is paid', () => {
  fc.assert(
    fc.property(rules, fc.nat(1500), (unlikes, fullFen) => {
      const all = unlikes.map((unlike, n) => rule(n + 1, unlike));
      const holding = all.filter((one) => holdsFor(one, guilan));
      const alone = Math.max(0, ...holding.filter(({ additive }) => !additive).map((one) => one.subsidyFen));
      const added = holding.filter(({ additive }) => additive).reduce((sum, one) => sum + one.subsidyFen, 0);
      const price = priceOf(fullFen, rulesFor(all, guilan));
      expect(price.subsidyFen).toBe(Math.min(fullFen, alone + added));
      expect(price.ruleName === null).toBe(price.subsidyFen === 0);
    }),
  );
});

it('says who pays which part', () => {
  const additive = rule(9, { additive: true, payer: '慈善總會', name: '愛心餐', subsidyFen: 600 });
  const rules = [rule(1), rule(2, { subsidyFen: 800 }), additive];
  expect(priceOf(1200, rulesFor(rules, guilan))).toEqual({
    ...{ fullFen: 1200, subsidyFen: 1200, payFen: 0, ruleName: '第 2 條、愛心餐', payer: '區、慈善總會' },
  });
  expect(sharesOf(1200, rulesFor(rules, guilan)).map(({ rule: { id }, fen }) => [id, fen])).toEqual([
    [uuid(2), 800],
    [uuid(9), 400],
  ]);
});
