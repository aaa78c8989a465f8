import { addDays, type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import type { CareNeed } from '../../organisation/people/index.js';
import { Refusal } from '../../refusals/index.js';
import type { BookingState } from './booking-state.js';

/** What a service says of people who do not come. */
export interface NoShowPolicy {
  /** So many within `noShowDays`; null: it does not mind. */
  readonly noShowLimit: number | null;
  readonly noShowDays: number;
  /** For so many days from the last of them, only at the counter. */
  readonly counterOnlyDays: number;
  /** Who cannot help it. */
  readonly noShowExempt: readonly CareNeed[];
}

/**
 * The day from which this person may book as others do again, or null where nothing was against it. It heals with time,
 * and with each no-show that turns out to be none.
 */
export function counterOnlyUntil(
  policy: NoShowPolicy,
  { missed, needs }: { readonly missed: readonly PlainDate[]; readonly needs: readonly CareNeed[] },
): PlainDate | null {
  const { noShowLimit, noShowDays, counterOnlyDays, noShowExempt } = policy;
  if (noShowLimit === null || noShowExempt.some((need) => needs.includes(need))) return null;
  const tooMany = (last: PlainDate): boolean =>
    missed.filter((day) => addDays(last, -noShowDays) < day && day <= last).length >= noShowLimit;
  const last = missed.filter(tooMany).toSorted().at(-1);
  return last === undefined ? null : addDays(last, counterOnlyDays);
}

/** 已更正, 維持. */
export const AppealDecision = enumOf('HEALED', 'UPHELD');
export type AppealDecision = EnumOf<typeof AppealDecision>;

/** One appeal for each no-show. */
export interface Appeal {
  readonly reason: string;
  readonly decision: AppealDecision | null;
}

export function refusalToAppeal(state: BookingState, appeal: Appeal | null): Refusal | undefined {
  if (appeal !== null) return Refusal.ALREADY_APPEALED;
  return state === 'NO_SHOW' ? undefined : Refusal.NOT_A_NO_SHOW;
}

export function refusalToDecideAppeal(state: BookingState, appeal: Appeal | null): Refusal | undefined {
  if (appeal === null) return Refusal.NO_APPEAL;
  if (appeal.decision !== null) return Refusal.ALREADY_DECIDED;
  return state === 'NO_SHOW' ? undefined : Refusal.NOT_A_NO_SHOW;
}
