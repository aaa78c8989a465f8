import type { JointLevel, JointMeetingState, JointTaskState } from '../../gql/graphql';

export const LEVELS: readonly JointLevel[] = ['DISTRICT', 'TOWN', 'COMMUNITY', 'ESTATE'];
export const TASK_TONES = {
  LATE: 'bad',
  OPEN: 'info',
  CLOSED_LATE: 'warn',
  CLOSED: 'ok',
} as const satisfies Record<JointTaskState, string>;
export const TASK_STATES = Object.keys(TASK_TONES) as JointTaskState[];
export const MEETING_TONES = {
  CALLED: 'info',
  CONCLUDED: 'ok',
  CANCELLED: 'mute',
} as const satisfies Record<JointMeetingState, string>;
