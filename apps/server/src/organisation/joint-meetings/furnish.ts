import type { JointMeetingId } from '@linli/domain/organisation/joint-meetings';
import { statement } from '../../platform/database/index.js';

/** Only for a house that is being furnished: this meeting was so many days ago. */
export const meetingWasBefore = statement<{ id: JointMeetingId; days: number }, never>({
  name: 'furnish-joint-meeting-before',
  text: `
    UPDATE joint_meeting SET starts_at = starts_at - make_interval(days => :days), day = day - :days::int
    WHERE id = :id`,
});
