import type { MemberStage } from '../../gql/graphql';

/** What somebody set out to record of a member. */
export type MemberAct =
  | { readonly kind: 'transfer' | 'leave' | 'exempt' }
  | { readonly kind: 'stage'; readonly to: MemberStage }
  | { readonly kind: 'endExemption'; readonly id: string };

const NEXT: Readonly<Record<MemberStage, MemberStage | undefined>> = {
  ACTIVIST: 'CANDIDATE',
  CANDIDATE: 'PROBATIONARY',
  PROBATIONARY: 'FULL',
  FULL: undefined,
};

export const nextStage = (stage: MemberStage): MemberStage | undefined => NEXT[stage];
