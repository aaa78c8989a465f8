import { type EnumOf, enumOf } from '../../base/index.js';
import { OrganisationKind } from '../structure/index.js';

/** 積極分子, 發展對象, 預備黨員, 正式黨員 */
export const MemberStage = enumOf('ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL');
export type MemberStage = EnumOf<typeof MemberStage>;

/** What each stage may become. Whoever falls back leaves and joins anew: the record says so. */
const NEXT: Readonly<Record<MemberStage, readonly MemberStage[]>> = {
  ACTIVIST: ['CANDIDATE'],
  CANDIDATE: ['PROBATIONARY'],
  PROBATIONARY: ['FULL'],
  FULL: [],
};

export const stageFollows = (from: MemberStage, to: MemberStage): boolean => NEXT[from].includes(to);

/** 黨員 On a roster and in the rates: those who may yet become one are in the branch's care, not on its roster. */
export const MEMBER_STAGES: readonly MemberStage[] = ['PROBATIONARY', 'FULL'];

/** A probationary member speaks, and has no vote (party constitution, article 7). */
export const VOTING_STAGES: readonly MemberStage[] = ['FULL'];

/** 支部 Members belong to branches; committees have branches below them, groups are parts of a branch. */
export const MEMBER_KINDS: readonly OrganisationKind[] = [
  'VILLAGE_BRANCH',
  'ESTATE_BRANCH',
  'AGENCY_BRANCH',
  'JOINT_BRANCH',
  'TWO_NEW_BRANCH',
];

/** Why somebody is on no roster here any more. */
export const LeavingReason = enumOf(
  'TRANSFERRED_OUT',
  'DIED',
  'EXPELLED',
  'WITHDREW',
  'NOT_CONFIRMED',
  'STOPPED',
);
export type LeavingReason = EnumOf<typeof LeavingReason>;

/** 轉接 What a dated record of a member says. */
export const MembershipChangeKind = enumOf('JOINED', 'TRANSFERRED', 'STAGE_CHANGED', 'LEFT');
export type MembershipChangeKind = EnumOf<typeof MembershipChangeKind>;

/** 年老體弱 Why a member is in neither rate, and shown apart. */
export const ExemptionReason = enumOf('OLD_AGE', 'ILLNESS', 'DISABILITY');
export type ExemptionReason = EnumOf<typeof ExemptionReason>;
