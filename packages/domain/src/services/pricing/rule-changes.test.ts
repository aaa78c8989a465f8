import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaId, personId } from '../../access/index.js';
import { addDays, type PlainDate, plainDate } from '../../base/index.js';
import {
  lastDayOf,
  proposeSubsidyRuleInput,
  refusalToEnd,
  refusalToPropose,
  rulesAsKnown,
  type RuleWithHistory,
} from './rule-changes.js';
import { effectOf } from './rule-effect.js';
import { type Eater, type Price, priceOf, rulesFor, subsidyRuleId } from './subsidy.js';

const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const day = (text: string): PlainDate => plainDate.parse(text);
const [district, street] = [areaId.parse(uuid(1)), areaId.parse(uuid(2))];
const ruleOf = (n: number, unlike: Partial<RuleWithHistory>): RuleWithHistory => ({
  ...{
    id: subsidyRuleId.parse(uuid(n)),
    name: `第 ${String(n)} 條`,
    payer: '區',
    minAge: null,
    maxAge: null,
  },
  ...{
    careNeed: null,
    areaId: null,
    subsidyFen: 400,
    dayCapFen: null,
    additive: false,
    validFrom: day('2026-01-01'),
  },
  ...{ validTo: null, plannedTo: null, proposedAt: new Date('2025-12-01T00:00:00Z'), endedAt: null },
  ...unlike,
});
const FROM_60_TO_75 = { name: '60–75 歲', minAge: 60, maxAge: 75 };
const FROM_76_TO_89 = { name: '76–89 歲', minAge: 76, maxAge: 89 };
const FROM_90 = { name: '90 歲以上', minAge: 90 };

/** Two tariffs as the reports have them, with what an independent hand worked out for each person. */
const CLASSES = [
  ruleOf(11, { ...FROM_60_TO_75, subsidyFen: 400 }),
  ruleOf(12, { ...FROM_76_TO_89, subsidyFen: 800 }),
  ruleOf(13, { ...FROM_90, subsidyFen: 1200 }),
  ruleOf(14, { name: '低保', careNeed: 'LOW_INCOME', subsidyFen: 1000 }),
];
const FIXED = [
  ruleOf(21, { ...FROM_60_TO_75, subsidyFen: 700 }),
  ruleOf(22, { ...FROM_76_TO_89, subsidyFen: 900 }),
  ruleOf(23, { ...FROM_90, subsidyFen: 1200 }),
  ruleOf(24, { name: '愛心餐', careNeed: 'LOW_INCOME', subsidyFen: 200, additive: true, payer: '慈善總會' }),
];
const LOW = ['LOW_INCOME' as const];
it.each([
  // tariff, price, age, needs → pays, and by which rule
  ['classes', CLASSES, 1200, 59, [], 1200, null],
  ['classes', CLASSES, 1200, 60, [], 800, '60–75 歲'],
  ['classes', CLASSES, 1200, 75, [], 800, '60–75 歲'],
  ['classes', CLASSES, 1200, 76, [], 400, '76–89 歲'],
  ['classes', CLASSES, 1200, 89, [], 400, '76–89 歲'],
  ['classes', CLASSES, 1200, 90, [], 0, '90 歲以上'],
  ['classes', CLASSES, 1200, 30, LOW, 200, '低保'],
  ['classes', CLASSES, 1200, 80, LOW, 200, '低保'],
  ['classes', CLASSES, 1200, 95, LOW, 0, '90 歲以上'],
  ['classes', CLASSES, 500, 80, [], 0, '76–89 歲'],
  ['fixed', FIXED, 1200, 59, [], 1200, null],
  ['fixed', FIXED, 1200, 60, [], 500, '60–75 歲'],
  ['fixed', FIXED, 1200, 76, [], 300, '76–89 歲'],
  ['fixed', FIXED, 1200, 90, [], 0, '90 歲以上'],
  ['fixed', FIXED, 1200, 40, LOW, 1000, '愛心餐'],
  ['fixed', FIXED, 1200, 60, LOW, 300, '60–75 歲、愛心餐'],
  ['fixed', FIXED, 1200, 88, LOW, 100, '76–89 歲、愛心餐'],
  ['fixed', FIXED, 1200, 90, LOW, 0, '90 歲以上'],
  ['fixed', FIXED, 1000, 80, LOW, 0, '76–89 歲、愛心餐'],
] as const)('%s, case %#', (_tariff, rules, fullFen, age, needs, payFen, ruleName) => {
  const eater: Eater = { day: day('2026-11-25'), age, needs, homeLineage: [district, street] };
  expect(priceOf(fullFen, rulesFor(rules, eater))).toMatchObject({ payFen, ruleName });
});

const TODAY = day('2026-11-25');

it('a rule begins tomorrow at the soonest, and pays no more than the dearest meal costs', () => {
  const facts = { today: TODAY, validFrom: day('2026-11-26'), subsidyFen: 1200, highestFen: 1200 };
  expect(refusalToPropose(facts)).toBeUndefined();
  expect(refusalToPropose({ ...facts, validFrom: TODAY })).toBe('RULE_IN_THE_PAST');
  expect(refusalToPropose({ ...facts, subsidyFen: 1201 })).toBe('PRICE_BELOW_ZERO');
  expect(refusalToPropose({ ...facts, subsidyFen: 1201, highestFen: null })).toBeUndefined();
});

it('a rule ends today at the soonest, never later than it would, and one that has not begun never begins', () => {
  const facts = { validFrom: day('2026-01-01'), validTo: null, today: TODAY, lastDay: TODAY };
  expect(refusalToEnd(facts)).toBeUndefined();
  expect(refusalToEnd({ ...facts, lastDay: day('2026-11-24') })).toBe('RULE_IN_THE_PAST');
  expect(refusalToEnd({ ...facts, validTo: TODAY })).toBe('RULE_ENDS_ALREADY');
  expect(refusalToEnd({ ...facts, validTo: day('2026-12-31') })).toBeUndefined();
  expect(lastDayOf({ ...facts, validFrom: day('2026-12-01') }, TODAY)).toBe('2026-11-30');
  expect(lastDayOf(facts, day('2026-12-31'))).toBe('2026-12-31');
});

it('takes no rule that pays nothing or less, nor one that ends before it begins', () => {
  const input = {
    ...{ id: uuid(1), name: '高齡', payer: '區', areaId: uuid(2), subsidyFen: 1, additive: false },
    ...{ paysNobodyOpened: false, validFrom: '2026-12-01', validTo: '2026-12-01', minAge: 60, maxAge: 60 },
  };
  const issues = (unlike: object) =>
    proposeSubsidyRuleInput
      .safeParse({ ...input, ...unlike })
      .error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(issues({})).toEqual([]);
  expect(issues({ subsidyFen: 0 })).toEqual(['subsidyFen']);
  expect(issues({ subsidyFen: -400 })).toEqual(['subsidyFen']);
  expect(issues({ validTo: '2026-11-30' })).toEqual(['validTo']);
  expect(issues({ maxAge: 59 })).toEqual(['maxAge']);
});

/** Rules proposed and ended as the year goes on, by the very refusals. */
const FIRST = day('2026-01-01');
const change = fc.record({
  on: fc.nat(360),
  what: fc.constantFrom('PROPOSE', 'PROPOSE', 'END'),
  minAge: fc.option(fc.integer({ min: 55, max: 90 })),
  careNeed: fc.option(fc.constantFrom('LIVING_ALONE' as const, 'LOW_INCOME' as const)),
  subsidyFen: fc.integer({ min: 1, max: 1400 }),
  additive: fc.boolean(),
  begins: fc.integer({ min: -3, max: 60 }),
  lasts: fc.option(fc.nat(120)),
  which: fc.nat(9),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
/** One thing after the other, also on one day. */
const moment = (date: PlainDate, nth: number) =>
  new Date(new Date(`${date}T12:00:00+08:00`).getTime() + nth * 60_000);

function apply(rules: RuleWithHistory[], each: Change, n: number): void {
  const today = addDays(FIRST, each.on);
  const validFrom = addDays(today, each.begins);
  if (each.what === 'PROPOSE') {
    if (refusalToPropose({ today, validFrom, subsidyFen: each.subsidyFen, highestFen: 1200 })) return;
    const validTo = each.lasts === null ? null : addDays(validFrom, each.lasts);
    const { minAge, careNeed, subsidyFen, additive } = each;
    rules.push(
      ruleOf(100 + n, {
        ...{ minAge, careNeed, subsidyFen, additive, validFrom, validTo, plannedTo: validTo },
        proposedAt: moment(today, 2 * n),
      }),
    );
    return;
  }
  const rule = rules[each.which];
  if (!rule || refusalToEnd({ ...rule, today, lastDay: validFrom })) return;
  rules[each.which] = { ...rule, validTo: lastDayOf(rule, validFrom), endedAt: moment(today, 2 * n) };
}

interface Eaten extends Eater {
  readonly bookedAt: Date;
  readonly fullFen: number;
  readonly price: Price;
}

const NEEDS = [[], ['LIVING_ALONE'], ['LOW_INCOME'], ['LIVING_ALONE', 'LOW_INCOME']] as const;

/** One of ten thousand books a meal up to a week ahead, at the rules of that moment. */
const book = (rules: readonly RuleWithHistory[], today: PlainDate, bookedAt: Date, n: number): Eaten => {
  const eater = {
    ...{ day: addDays(today, n % 8), age: 50 + (n % 55), needs: NEEDS[n % 4] ?? [], homeLineage: [district] },
  };
  const fullFen = [1200, 1000, 500, 0][n % 4] ?? 0;
  return {
    ...eater,
    bookedAt,
    fullFen,
    price: priceOf(fullFen, rulesFor(rulesAsKnown(rules, bookedAt), eater)),
  };
};

it('10,000 residents: full = subsidy + pay, and whatever is proposed and ended later, the past is priced the same', () => {
  let priced = 0;
  let changed = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 10, maxLength: 30 }), (changes) => {
      const rules: RuleWithHistory[] = [];
      const eaten: Eaten[] = [];
      changes
        .toSorted((one, other) => one.on - other.on)
        .forEach((each, n) => {
          apply(rules, each, n);
          const today = addDays(FIRST, each.on);
          for (let i = 0; i < 25; i += 1)
            eaten.push(book(rules, today, moment(today, 2 * n + 1), priced + i));
          priced += 25;
        });
      const wrong = eaten.filter(({ price, fullFen, bookedAt, ...eater }) => {
        const again = priceOf(fullFen, rulesFor(rulesAsKnown(rules, bookedAt), eater));
        if (priceOf(fullFen, rulesFor(rules, eater)).payFen !== price.payFen) changed += 1;
        const adds =
          price.subsidyFen + price.payFen === fullFen && price.subsidyFen >= 0 && price.payFen >= 0;
        return !adds || JSON.stringify(again) !== JSON.stringify(price);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 30 },
  );
  expect(priced).toBeGreaterThan(10_000);
  // Not for want of changes: by the rules as they are known in the end, some would pay something else.
  expect(changed).toBeGreaterThan(0);
});

it('says what a rule would do to the coming meals, and to each payer', () => {
  const meal = (n: number, age: number, fullFen = 1200) => ({
    ...{
      personId: personId.parse(uuid(n)),
      day: day('2026-11-26'),
      age,
      needs: [],
      homeLineage: [district],
      fullFen,
    },
  });
  const rule = ruleOf(31, { minAge: 80, subsidyFen: 1100, payer: '街道', validFrom: day('2026-12-01') });
  expect(effectOf(rule, CLASSES, [meal(1, 80), meal(1, 80), meal(2, 91), meal(3, 70)])).toEqual({
    ...{ meals: 3, people: 1, subsidyBeforeFen: 2800, subsidyAfterFen: 3400 },
    payers: [
      { payer: '區', beforeFen: 2800, afterFen: 1200 },
      { payer: '街道', beforeFen: 0, afterFen: 2200 },
    ],
  });
});
