import type { PersonId } from '../../access/index.js';
import { type Eater, holdsFor, priceOf, rulesFor, sharesOf, type SubsidyRule } from './subsidy.js';

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

export function effectOf(
  rule: SubsidyRule,
  rules: readonly SubsidyRule[],
  ordered: readonly OrderedMeal[],
): RuleEffect {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const people = new Set<PersonId>();
  let meals = 0;
  for (const meal of ordered) {
    if (!holdsFor({ ...rule, validFrom: meal.day, validTo: meal.day }, meal)) continue;
    const [now, then] = [
      rulesFor(rules, meal),
      rulesFor([...rules, { ...rule, validFrom: meal.day, validTo: null }], meal),
    ];
    add(before, meal.fullFen, now);
    add(after, meal.fullFen, then);
    meals += 1;
    if (priceOf(meal.fullFen, now).payFen !== priceOf(meal.fullFen, then).payFen) people.add(meal.personId);
  }
  const payers = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const sum = (fens: ReadonlyMap<string, number>) => [...fens.values()].reduce((all, fen) => all + fen, 0);
  return {
    ...{ meals, people: people.size, subsidyBeforeFen: sum(before), subsidyAfterFen: sum(after) },
    payers: payers.map((payer) => ({
      ...{ payer, beforeFen: before.get(payer) ?? 0, afterFen: after.get(payer) ?? 0 },
    })),
  };
}

function add(fens: Map<string, number>, fullFen: number, rules: readonly SubsidyRule[]): void {
  for (const { rule, fen } of sharesOf(fullFen, rules)) {
    fens.set(rule.payer, (fens.get(rule.payer) ?? 0) + fen);
  }
}
