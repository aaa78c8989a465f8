import type { PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import {
  type AskLeaveInput,
  type ConfirmAttendanceInput,
  type MakeUpInput,
  type MarkAttendanceInput,
  meetingId,
  type MeetingId,
  refusalToAskLeave,
  refusalToAttend,
  wasThere,
} from '@linli/domain/organisation/life';
import type { Refusal } from '@linli/domain/refusals';
import { recordEvent } from '../../platform/events/index.js';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { changed } from './announce.js';
import { meetingOfCode } from './attendance-code.js';
import { meetingToChange, rosterOf } from './meeting.queries.js';
import type { MeetingRecord } from './meeting.type.js';
import { myMeeting, type MyMeetingRow } from './my-life.queries.js';
import { NotDue } from './not-due.js';
import type { MyMeeting } from './my-life.type.js';

const mark = statement<{ id: MeetingId; rows: string; byCode: boolean }, { residentId: PersonId }>({
  name: 'mark-attendance',
  text: `
    UPDATE meeting_roster line SET mark = given.mark, reason = given.reason, by_code = :byCode, marked_at = now()
    FROM jsonb_to_recordset(:rows::jsonb) AS given ("residentId" uuid, mark text, reason text)
    WHERE line.meeting_id = :id AND line.resident_id = given."residentId"
    RETURNING line.resident_id`,
});

/** By name. Somebody off the roster is refused, and then nobody is marked. */
export const markAttendance = (
  db: Database,
  viewer: Viewer,
  { id, marks }: MarkAttendanceInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const meeting = await meetingToChange(tx, viewer, id);
    const refusal = refusalToAttend(meeting);
    if (refusal) return new Refused(refusal);
    const due = new Set((await rosterOf(tx, { id })).map(({ residentId }) => residentId));
    if (marks.some(({ residentId }) => !due.has(residentId))) return new Refused('NOT_ON_ROSTER');
    const given = new Map(marks.map((each) => [each.residentId, each]));
    await mark(tx, { id, byCode: false, rows: JSON.stringify([...given.values()]) });
    return changed(tx, viewer, meeting, 'ATTENDANCE_MARKED', { people: given.size });
  });

async function markOneself(
  db: Database,
  viewer: Viewer,
  {
    id,
    as,
    reason,
    refusalTo,
  }: {
    readonly id: MeetingId;
    readonly as: 'PRESENT' | 'LEAVE';
    readonly reason: string | null;
    readonly refusalTo: (meeting: MyMeetingRow) => Refusal | undefined;
  },
): Promise<MyMeeting | Refused> {
  return transaction(db, async (tx) => {
    const meeting = await myMeeting(tx, viewer, id);
    const refusal = refusalTo(meeting);
    if (refusal) return new Refused(refusal);
    const row = { residentId: viewer.personId, mark: as, reason };
    await mark(tx, { id, byCode: as === 'PRESENT', rows: JSON.stringify([row]) });
    const name = as === 'PRESENT' ? 'life.attended' : 'life.leave-asked';
    await recordEvent(tx, { name, subjectId: meeting.organisationId, payload: { meetingId: id } });
    return myMeeting(tx, viewer, id);
  });
}

/** By the code that the secretary's screen shows, for whoever holds the phone. Twice is once. */
export async function confirmAttendance(
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  { code }: ConfirmAttendanceInput,
): Promise<MyMeeting | Refused> {
  const found = meetingOfCode(dataKey, code, await transaction(db, now));
  const id = meetingId.safeParse(found);
  if (!id.success) return new Refused(found as Refusal);
  return markOneself(db, viewer, {
    ...{ id: id.data, as: 'PRESENT', reason: null, refusalTo: refusalToAttend },
  }).catch((error: unknown) => {
    // The code told of the meeting: that one is not on its roster is no secret.
    if (error instanceof NotDue) return new Refused('NOT_ON_ROSTER');
    throw error;
  });
}

/** 請假 With a reason, before it begins. */
export const askLeave = (
  db: Database,
  viewer: Viewer,
  { id, reason }: AskLeaveInput,
): Promise<MyMeeting | Refused> =>
  markOneself(db, viewer, { id, as: 'LEAVE', reason, refusalTo: refusalToAskLeave }).catch(
    (error: unknown) => {
      throw error instanceof NotDue ? notFound('meeting') : error;
    },
  );

const makeUpFor = statement<{ id: MeetingId; residentId: PersonId; on: PlainDate; note: string }, never>({
  name: 'make-up-meeting',
  text: `UPDATE meeting_roster SET made_up_on = :on, made_up_note = :note
    WHERE meeting_id = :id AND resident_id = :residentId`,
});

/** 補學 Counts for hours, never for having been there. */
export const makeUpMeeting = (
  db: Database,
  viewer: Viewer,
  { id, residentId, on, note }: MakeUpInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const meeting = await meetingToChange(tx, viewer, id);
    const line = (await rosterOf(tx, { id })).find((each) => each.residentId === residentId);
    if (!line) return new Refused('NOT_ON_ROSTER');
    const isTime = on >= meeting.day && on <= plainDateOf(meeting.now);
    if (meeting.state !== 'SIGNED' || wasThere(line.mark) || !isTime)
      return new Refused('NOTHING_TO_MAKE_UP');
    await makeUpFor(tx, { id, residentId, on, note });
    return changed(tx, viewer, meeting, 'MEETING_MADE_UP', { on });
  });
