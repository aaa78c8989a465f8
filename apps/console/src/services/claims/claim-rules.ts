import type { ClaimFactsFragment, ClaimLineFactsFragment, ClaimState } from '../../gql/graphql';
import type { Tone } from '@linli/ui';

export type Claim = ClaimFactsFragment;
export type Line = ClaimLineFactsFragment;

export const CLAIM_TONES: Readonly<Record<ClaimState, Tone>> = {
  DRAFT: 'mute',
  SUBMITTED: 'info',
  ACCEPTED: 'ok',
  RETURNED: 'bad',
};

/** 2026-11 and so many months before it, the newest first. */
export function monthsUntil(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - back;
    return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

export type NotYet = 'MONTH_NOT_OVER' | 'CLAIM_EMPTY' | 'CLAIM_OUTDATED';

/** Why a draft cannot be submitted yet; undefined: it can. The server decides by its own clock. */
export function notYet(
  { month, meals, counters, withoutEvidence }: Claim,
  today: string,
): NotYet | undefined {
  if (today.slice(0, 7) <= month) return 'MONTH_NOT_OVER';
  if (meals + counters === 0) return 'CLAIM_EMPTY';
  return withoutEvidence > 0 ? 'CLAIM_OUTDATED' : undefined;
}

/**
 * The draft that takes a line back: what stands in a draft is taken back there, what was accepted in an open draft of
 * the same payer. 'NONE': there is no such draft yet; undefined: this line cannot be taken back.
 */
export function draftToCounter(
  claim: Claim,
  { fen, countered }: Line,
  all: readonly Claim[],
): Claim | 'NONE' | undefined {
  if (fen < 0 || countered) return undefined;
  if (claim.state === 'DRAFT') return claim;
  if (claim.state !== 'ACCEPTED') return undefined;
  return all.find(({ state, payer }) => state === 'DRAFT' && payer === claim.payer) ?? 'NONE';
}

/** The payer's file; the address says the face and the language, since a link sends no headers. */
export const fileOf = (id: string, kind: 'xlsx' | 'csv', locale: string): string =>
  `/claims/${id}.${kind}?face=console&locale=${locale}`;
