import { z } from 'zod';
import { centreId } from '../../access/index.js';
import {
  addDays,
  type EnumOf,
  enumOf,
  line,
  nextState,
  type PlainDate,
  plainDate,
} from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';

export const claimId = z.uuidv7().brand<'ClaimId'>();
export type ClaimId = z.infer<typeof claimId>;
/** The database makes these: a file has thousands. */
export const claimLineId = z.uuid().brand<'ClaimLineId'>();
export type ClaimLineId = z.infer<typeof claimLineId>;

/** 草稿 已申報 已核准 已退回. */
export const ClaimState = enumOf('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED');
export type ClaimState = EnumOf<typeof ClaimState>;
export const ClaimMove = enumOf('SUBMIT', 'ACCEPT', 'RETURN');
export type ClaimMove = EnumOf<typeof ClaimMove>;

export const claimStates = {
  DRAFT: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { ACCEPT: 'ACCEPTED', RETURN: 'RETURNED' },
  ACCEPTED: {},
  RETURNED: {},
} as const satisfies Record<ClaimState, Partial<Record<ClaimMove, ClaimState>>>;

export const nextClaimState = (state: ClaimState, move: ClaimMove): ClaimState | undefined =>
  nextState<ClaimState, ClaimMove>(claimStates, state, move);

/** What shows that somebody ate: they came, it was handed over, or somebody was there in vain. */
export const EvidenceKind = enumOf('CHECK_IN', 'DELIVERED', 'NOBODY_OPENED');
export type EvidenceKind = EnumOf<typeof EvidenceKind>;

/** A month, 2026-11. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
export const firstDayOf = (of: string): PlainDate => plainDate.parse(`${of}-01`);
export const lastDayOfMonth = (of: string): PlainDate => {
  const next = addDays(firstDayOf(of), 31);
  return addDays(plainDate.parse(`${next.slice(0, 7)}-01`), -1);
};
export const monthOf = (day: PlainDate): string => day.slice(0, 7);

/** The meals of one month that one payer pays for at one centre. Sent again, a draft is gathered afresh. */
export const draftClaimInput = z.object({ id: claimId, centreId, payer: line(40), month });
export type DraftClaimInput = z.infer<typeof draftClaimInput>;

export const submitClaimInput = z.object({ id: claimId });
export type SubmitClaimInput = z.infer<typeof submitClaimInput>;

export const acceptClaimInput = z.object({ id: claimId });
export type AcceptClaimInput = z.infer<typeof acceptClaimInput>;

export const returnClaimInput = z.object({ id: claimId, reason: line(200) });
export type ReturnClaimInput = z.infer<typeof returnClaimInput>;

/** Takes a meal back that was claimed: a line of its own, in a draft of the same payer. */
export const counterClaimLineInput = z.object({ claimId, lineId: claimLineId, reason: line(200) });
export type CounterClaimLineInput = z.infer<typeof counterClaimLineInput>;

/** A file goes to its payer when the month is over and each of its meals has its evidence still. */
export function refusalToSubmit(facts: {
  readonly state: ClaimState;
  readonly month: string;
  readonly today: PlainDate;
  readonly lines: number;
  readonly withoutEvidence: number;
}): Refusal | undefined {
  if (!nextClaimState(facts.state, 'SUBMIT')) return Refusal.CLAIM_NOT_A_DRAFT;
  if (facts.today <= lastDayOfMonth(facts.month)) return Refusal.MONTH_NOT_OVER;
  if (facts.lines === 0) return Refusal.CLAIM_EMPTY;
  return facts.withoutEvidence > 0 ? Refusal.CLAIM_OUTDATED : undefined;
}

/** Somebody else answers than asked. */
export function refusalToAnswer(facts: {
  readonly state: ClaimState;
  readonly isOwn: boolean;
}): Refusal | undefined {
  if (!nextClaimState(facts.state, 'ACCEPT')) return Refusal.CLAIM_NOT_SUBMITTED;
  return facts.isOwn ? Refusal.CLAIM_IS_YOUR_OWN : undefined;
}

/**
 * Only what was accepted can be taken back, or what stands in the very draft; once. What waits for its answer is returned
 * by the payer instead.
 */
export function refusalToCounter(facts: {
  readonly draft: ClaimState;
  readonly isSamePayer: boolean;
  readonly isSameClaim: boolean;
  readonly claimed: ClaimState;
  readonly isCounter: boolean;
  readonly isCountered: boolean;
}): Refusal | undefined {
  if (facts.draft !== 'DRAFT') return Refusal.CLAIM_NOT_A_DRAFT;
  const stands = facts.isSamePayer && (facts.isSameClaim || facts.claimed === 'ACCEPTED');
  return stands && !facts.isCounter && !facts.isCountered ? undefined : Refusal.CLAIM_LINE_NOT_STANDING;
}
