import type { BoundedContext } from '../../platform/bounded-context.js';
import { JointMeetings1763800002591 } from './joint-meetings.migration.js';
import { JointMeetingsResolver } from './joint-meetings.resolver.js';

export { callJointMeeting, concludeJointMeeting } from './hold-meeting.js';
export { meetingWasBefore } from './furnish.js';
export { closeJointTask } from './tasks.js';

/** 聯席會議 What a level cannot settle by itself, and what became of the decisions. */
export const jointMeetings: BoundedContext = {
  entities: [],
  migrations: [JointMeetings1763800002591],
  resolvers: [JointMeetingsResolver],
};
