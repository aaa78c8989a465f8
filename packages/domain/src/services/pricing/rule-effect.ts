import type { PersonId } from '../../access/index.js';
import {
  type Eater,
  holdsFor,
  priceOf,
  rulesFor,
  sharesOf,
  type SubsidyRule,
  type SubsidyRuleId,
} from './subsidy.js';

export interface OrderedMeal extends Eater {
  readonly personId: PersonId;
  readonly fullFen: number;
}

export interface PayerEffect {
  readonly payer: string;
  readonly beforeFen: number;
  readonly afterFen: number;
}

/** What a rule would do to these meals, were it in force on their days. */
export interface RuleEffect {
  readonly meals: number;
  /** Whose price would change. */
  readonly people: number;
  readonly subsidyBeforeFen: number;
  readonly subsidyAfterFen: number;
  readonly payers: readonly PayerEffect[];
}

/** The meals of one day of one person count towards one cap: in the order in which they are given. */
export function effectOf(
  rule: SubsidyRule,
  rules: readonly SubsidyRule[],
  ordered: readonly OrderedMeal[],
): RuleEffect {
  const [before, after] = [new Reckoning(), new Reckoning()];
  const people = new Set<PersonId>();
  let meals = 0;
  for (const meal of ordered) {
    if (!holdsFor({ ...rule, validFrom: meal.day, validTo: meal.day }, meal)) continue;
    const now = before.price(meal, rules);
    const then = after.price(meal, [...rules, { ...rule, validFrom: meal.day, validTo: null }]);
    meals += 1;
    if (now !== then) people.add(meal.personId);
  }
  const payers = [...new Set([...before.fens.keys(), ...after.fens.keys()])].toSorted();
  return {
    ...{ meals, people: people.size, subsidyBeforeFen: before.sum(), subsidyAfterFen: after.sum() },
    payers: payers.map((payer) => ({
      ...{ payer, beforeFen: before.fens.get(payer) ?? 0, afterFen: after.fens.get(payer) ?? 0 },
    })),
  };
}

/** Prices one meal after the other, and keeps what each payer and each rule has given. */
class Reckoning {
  readonly fens = new Map<string, number>();
  private readonly given = new Map<string, Map<SubsidyRuleId, number>>();

  /** What is left to pay. */
  price(meal: OrderedMeal, rules: readonly SubsidyRule[]): number {
    const key = `${meal.personId} ${meal.day}`;
    const givenFen = this.given.get(key) ?? new Map<SubsidyRuleId, number>();
    this.given.set(key, givenFen);
    const holding = rulesFor(rules, { ...meal, givenFen });
    for (const { rule, fen } of sharesOf(meal.fullFen, holding)) {
      this.fens.set(rule.payer, (this.fens.get(rule.payer) ?? 0) + fen);
      givenFen.set(rule.id, (givenFen.get(rule.id) ?? 0) + fen);
    }
    return priceOf(meal.fullFen, holding).payFen;
  }

  sum(): number {
    return [...this.fens.values()].reduce((all, fen) => all + fen, 0);
  }
}
