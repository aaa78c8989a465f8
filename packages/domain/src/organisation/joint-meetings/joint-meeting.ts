import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import type { OrganisationKind } from '../structure/index.js';

/** 四級 District, street or town, community or village, estate. */
export const JointLevel = enumOf('DISTRICT', 'TOWN', 'COMMUNITY', 'ESTATE');
export type JointLevel = EnumOf<typeof JointLevel>;

const LEVELS: Readonly<Partial<Record<OrganisationKind, JointLevel>>> = {
  DISTRICT_COMMITTEE: 'DISTRICT',
  GRASSROOTS_COMMITTEE: 'TOWN',
  COMMUNITY_COMMITTEE: 'COMMUNITY',
  VILLAGE_BRANCH: 'COMMUNITY',
  ESTATE_BRANCH: 'ESTATE',
};

/** Which level calls its neighbours together through this kind; undefined: none does. */
export const levelOf = (kind: OrganisationKind): JointLevel | undefined => LEVELS[kind];

/** The kinds of organisation that hold joint meetings, with their level. */
export const LEVEL_OF_KIND = Object.entries(LEVELS) as readonly (readonly [OrganisationKind, JointLevel])[];

export const JointMeetingState = enumOf('CALLED', 'CONCLUDED', 'CANCELLED');
export type JointMeetingState = EnumOf<typeof JointMeetingState>;

/** 辦理 What was decided, until its closing record: late is late also when it is closed. */
export const JointTaskState = enumOf('OPEN', 'LATE', 'CLOSED', 'CLOSED_LATE');
export type JointTaskState = EnumOf<typeof JointTaskState>;

export interface TaskDays {
  readonly dueOn: PlainDate;
  readonly closedOn: PlainDate | null;
}

/** The last day is a day on which it can still be done in time. */
export function taskStateOn({ dueOn, closedOn }: TaskDays, today: PlainDate): JointTaskState {
  if (closedOn !== null) return closedOn > dueOn ? 'CLOSED_LATE' : 'CLOSED';
  return today > dueOn ? 'LATE' : 'OPEN';
}

interface Called {
  readonly state: JointMeetingState;
  readonly day: PlainDate;
  readonly startsAt: Date;
  readonly now: Date;
}

/** Decisions are written once it began, and no task is due before it was decided. */
export function refusalToConclude(
  { state, day, startsAt, now }: Called,
  decisions: readonly Pick<TaskDays, 'dueOn'>[],
): Refusal | undefined {
  if (state !== 'CALLED')
    return state === 'CONCLUDED' ? Refusal.JOINT_MEETING_CONCLUDED : Refusal.JOINT_MEETING_CANCELLED;
  if (now < startsAt) return Refusal.JOINT_MEETING_NOT_YET;
  return decisions.some(({ dueOn }) => dueOn < day) ? Refusal.TASK_DUE_TOO_EARLY : undefined;
}
