import { z } from 'zod';
import { areaId } from '../../access/index.js';
import { addDays, line, type PlainDate, plainDate } from '../../base/index.js';
import { CareNeed } from '../../organisation/people/index.js';
import { Refusal } from '../../refusals/index.js';
import { type SubsidyRule, subsidyRuleId } from './subsidy.js';

const age = z.int().min(0).max(120);

/** A rule as it is proposed. The client makes the id; what was proposed is never changed, only ended. */
const rule = z.object({
  id: subsidyRuleId,
  name: line(40),
  payer: line(40),
  minAge: age.nullish(),
  maxAge: age.nullish(),
  careNeed: z.enum(CareNeed).nullish(),
  /** For whose home lies in it: the district for everyone in it. */
  areaId,
  subsidyFen: z.int().min(1).max(100_000),
  /** The most that one person gets by it on one day. */
  dayCapFen: z.int().min(1).max(300_000).nullish(),
  additive: z.boolean(),
  /** The payer also pays where somebody went to the door and nobody opened. */
  paysNobodyOpened: z.boolean(),
  validFrom: plainDate,
  validTo: plainDate.nullish(),
});
export const proposeSubsidyRuleInput = rule
  .refine(({ minAge, maxAge }) => minAge == null || maxAge == null || minAge <= maxAge, {
    ...{ path: ['maxAge'], message: 'BAD_RANGE' },
  })
  .refine(({ subsidyFen, dayCapFen }) => dayCapFen == null || subsidyFen <= dayCapFen, {
    ...{ path: ['dayCapFen'], message: 'BAD_RANGE' },
  })
  .refine(({ validFrom, validTo }) => validTo == null || validFrom <= validTo, {
    ...{ path: ['validTo'], message: 'BAD_RANGE' },
  });
export type ProposeSubsidyRuleInput = z.infer<typeof proposeSubsidyRuleInput>;

export const endSubsidyRuleInput = z.object({ id: subsidyRuleId, lastDay: plainDate, reason: line(200) });
export type EndSubsidyRuleInput = z.infer<typeof endSubsidyRuleInput>;

/** A rule begins tomorrow at the soonest, and leaves something to be paid, or just nothing. */
export function refusalToPropose(facts: {
  readonly today: PlainDate;
  readonly validFrom: PlainDate;
  readonly subsidyFen: number;
  /** The dearest meal that it could be for; null: there are no meals yet. */
  readonly highestFen: number | null;
}): Refusal | undefined {
  if (facts.validFrom <= facts.today) return Refusal.RULE_IN_THE_PAST;
  const { highestFen, subsidyFen } = facts;
  return highestFen !== null && subsidyFen > highestFen ? Refusal.PRICE_BELOW_ZERO : undefined;
}

interface Standing {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** What is past stays past: a rule ends today at the soonest, and never later than it would have. */
export function refusalToEnd(
  facts: Standing & { readonly today: PlainDate; readonly lastDay: PlainDate },
): Refusal | undefined {
  if (facts.lastDay < facts.today) return Refusal.RULE_IN_THE_PAST;
  return facts.validTo !== null && facts.lastDay >= facts.validTo ? Refusal.RULE_ENDS_ALREADY : undefined;
}

/** One that has not begun is withdrawn: it ends on the day before it would have begun. */
export const lastDayOf = ({ validFrom }: Standing, lastDay: PlainDate): PlainDate =>
  lastDay < validFrom ? addDays(validFrom, -1) : lastDay;

/** A rule with its history: from when it was known, and until when its end was not. */
export interface RuleWithHistory extends SubsidyRule {
  readonly proposedAt: Date;
  /** The last day as it was proposed. */
  readonly plannedTo: PlainDate | null;
  readonly endedAt: Date | null;
}

/** The rules as somebody knew them at that moment: what was priced then is priced the same again. */
export const rulesAsKnown = (rules: readonly RuleWithHistory[], moment: Date): SubsidyRule[] =>
  rules
    .filter(({ proposedAt }) => proposedAt <= moment)
    .map((each) => ({
      ...each,
      validTo: each.endedAt !== null && each.endedAt <= moment ? each.validTo : each.plannedTo,
    }));
