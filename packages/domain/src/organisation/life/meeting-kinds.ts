import { type EnumOf, enumOf } from '../../base/index.js';
import type { OrganisationKind } from '../structure/index.js';
import type { PeriodLength } from './periods.js';

/** 三會一課, and what else a branch owes its members: the kinds of gathering. */
export const MeetingKind = enumOf(
  'BRANCH_MEETING',
  'BRANCH_COMMITTEE',
  'GROUP_MEETING',
  'PARTY_LECTURE',
  'THEME_DAY',
  'LIFE_MEETING',
  'MEMBER_REVIEW',
  'HEART_TALK',
);
export type MeetingKind = EnumOf<typeof MeetingKind>;

/** Branches meet; a committee above them, or a general branch, has branches that do. */
export const MEETING_BRANCHES: readonly OrganisationKind[] = [
  'VILLAGE_BRANCH',
  'ESTATE_BRANCH',
  'AGENCY_BRANCH',
  'JOINT_BRANCH',
  'TWO_NEW_BRANCH',
];
const GROUPS: readonly OrganisationKind[] = ['BUILDING_GROUP'];

export interface MeetingRule {
  readonly every: PeriodLength;
  /** How often in each period. */
  readonly times: number;
  readonly owedBy: readonly OrganisationKind[];
  /** Owed only where a committee was elected. */
  readonly ofCommittee: boolean;
  /** 第一議題 The agenda begins with it. */
  readonly firstTopic: boolean;
}

const rule = (every: PeriodLength, more: Partial<MeetingRule> = {}): MeetingRule => ({
  ...{ every, times: 1, owedBy: MEETING_BRANCHES, ofCommittee: false, firstTopic: false },
  ...more,
});

/** What is required, as data: the table of the domain's paper. */
export const meetingRules: Readonly<Record<MeetingKind, MeetingRule>> = {
  BRANCH_MEETING: rule('QUARTER', { firstTopic: true }),
  BRANCH_COMMITTEE: rule('MONTH', { ofCommittee: true, firstTopic: true }),
  GROUP_MEETING: rule('MONTH', { owedBy: GROUPS }),
  PARTY_LECTURE: rule('QUARTER'),
  THEME_DAY: rule('MONTH'),
  LIFE_MEETING: rule('YEAR'),
  MEMBER_REVIEW: rule('YEAR'),
  HEART_TALK: rule('YEAR'),
};

/** From this many full members a branch elects a committee. */
export const FULL_MEMBERS_FOR_A_COMMITTEE = 7;

/** The kinds that an organisation of this kind may hold at all. */
export const kindsHeldBy = (kind: OrganisationKind): MeetingKind[] =>
  Object.values(MeetingKind).filter((meeting) => meetingRules[meeting].owedBy.includes(kind));

/** 第一議題 How it is done. */
export const FirstTopicMode = enumOf('SECRETARY_READS', 'DISCUSSION', 'SHARED_THOUGHTS');
export type FirstTopicMode = EnumOf<typeof FirstTopicMode>;

/** 形式 What kept it from being the same as last time. */
export const MeetingFormat = enumOf(
  'INDOORS',
  'OUTDOOR_LECTURE',
  'SEMINAR',
  'FILM',
  'VOLUNTEERING',
  'RED_SITE',
);
export type MeetingFormat = EnumOf<typeof MeetingFormat>;

/** Who gives a lecture. */
export const LecturerKind = enumOf('SECRETARY', 'COMMITTEE_MEMBER', 'INVITED');
export type LecturerKind = EnumOf<typeof LecturerKind>;

const CHOSEN: readonly MeetingKind[] = ['BRANCH_COMMITTEE', 'GROUP_MEETING'];

/** Is a part of the members due, and chosen? Otherwise all are: nobody is left off a roster to better a rate. */
export const isRosterChosen = (kinds: readonly MeetingKind[]): boolean =>
  kinds.every((kind) => CHOSEN.includes(kind));
