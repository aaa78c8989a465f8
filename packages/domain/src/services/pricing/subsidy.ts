import { z } from 'zod';
import type { AreaId } from '../../access/index.js';
import type { PlainDate } from '../../base/index.js';
import type { CareNeed } from '../../organisation/people/index.js';

export const subsidyRuleId = z.uuidv7().brand<'SubsidyRuleId'>();
export type SubsidyRuleId = z.infer<typeof subsidyRuleId>;

/**
 * 補貼 What one payer adds to a meal. A bound that is null holds for everyone; ages are whole years, both ends included;
 * days are the first and the last on which the rule holds.
 */
export interface SubsidyRule {
  readonly id: SubsidyRuleId;
  readonly name: string;
  /** Who pays it: 區, 街道, 捐贈. */
  readonly payer: string;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly careNeed: CareNeed | null;
  /** Only for those whose home lies in it. */
  readonly areaId: AreaId | null;
  readonly subsidyFen: number;
  /** The most that one person gets by it on one day, however many meals; null: as much as there are meals. */
  readonly dayCapFen: number | null;
  /** Added to the best of the others; without it two are never added. */
  readonly additive: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Who eats, as of the day of the meal. */
export interface Eater {
  readonly day: PlainDate;
  readonly age: number;
  readonly needs: readonly CareNeed[];
  readonly homeLineage: readonly AreaId[];
  /** What each rule gives the person for other meals of that day. */
  readonly givenFen?: ReadonlyMap<SubsidyRuleId, number>;
}

export const holdsFor = (rule: SubsidyRule, eater: Eater): boolean =>
  rule.validFrom <= eater.day &&
  (rule.validTo === null || eater.day <= rule.validTo) &&
  (rule.minAge === null || eater.age >= rule.minAge) &&
  (rule.maxAge === null || eater.age <= rule.maxAge) &&
  (rule.careNeed === null || eater.needs.includes(rule.careNeed)) &&
  (rule.areaId === null || eater.homeLineage.includes(rule.areaId));

/** What it gives for this meal: where it has a cap, no more than other meals of the day have left of it. */
const fenFor = ({ id, subsidyFen, dayCapFen }: SubsidyRule, { givenFen }: Eater): number =>
  dayCapFen === null ? subsidyFen : Math.min(subsidyFen, dayCapFen - (givenFen?.get(id) ?? 0));

const best = (one: SubsidyRule, other: SubsidyRule): number =>
  other.subsidyFen - one.subsidyFen || (one.id < other.id ? -1 : 1);

/**
 * The one rule that is best for the person, of equal ones the oldest; then the additive ones that hold, the best first.
 * Two that are not additive are never added. Each with what it gives for this very meal.
 */
export function rulesFor(rules: readonly SubsidyRule[], eater: Eater): SubsidyRule[] {
  const holding = rules
    .filter((rule) => holdsFor(rule, eater))
    .map((rule) => ({ ...rule, subsidyFen: fenFor(rule, eater) }))
    .filter(({ subsidyFen }) => subsidyFen > 0)
    .sort(best);
  const [base] = holding.filter(({ additive }) => !additive);
  return [...(base ? [base] : []), ...holding.filter(({ additive }) => additive)];
}

/** Money in 分. Full price = subsidy + pay. */
export interface Price {
  readonly fullFen: number;
  readonly subsidyFen: number;
  readonly payFen: number;
  readonly ruleName: string | null;
  readonly payer: string | null;
}

type Paying = Pick<SubsidyRule, 'name' | 'payer' | 'subsidyFen'>;

/** What each rule pays, in their order, until nothing is left to pay. */
export function sharesOf<Rule extends Paying>(
  fullFen: number,
  rules: readonly Rule[],
): { readonly rule: Rule; readonly fen: number }[] {
  let left = fullFen;
  return rules.flatMap((rule) => {
    const fen = Math.min(rule.subsidyFen, left);
    left -= fen;
    return fen > 0 ? [{ rule, fen }] : [];
  });
}

/** What it costs, who pays which part of it, and why. A subsidy larger than the price pays the price, no more. */
export function priceOf(fullFen: number, rules: readonly Paying[]): Price {
  const shares = sharesOf(fullFen, rules);
  const subsidyFen = shares.reduce((sum, { fen }) => sum + fen, 0);
  return {
    fullFen,
    subsidyFen,
    payFen: fullFen - subsidyFen,
    ruleName: shares.map(({ rule }) => rule.name).join('、') || null,
    payer: [...new Set(shares.map(({ rule }) => rule.payer))].toSorted().join('、') || null,
  };
}
