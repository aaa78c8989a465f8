import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, paragraphs, plainDate, timeOfDay } from '../../base/index.js';
import { AttendanceMark } from './attendance.js';
import { FirstTopicMode, LecturerKind, MeetingFormat, MeetingKind } from './meeting-kinds.js';

export const meetingId = z.uuidv7().brand<'MeetingId'>();
export type MeetingId = z.infer<typeof meetingId>;

export const talkId = z.uuidv7().brand<'TalkId'>();
export type TalkId = z.infer<typeof talkId>;

const kinds = z
  .array(z.enum(MeetingKind))
  .min(1)
  .max(4)
  .refine((all) => new Set(all).size === all.length);
const minutes = z.int().min(0).max(480);

/** The client makes the id: sending the same again changes nothing twice. */
export const planMeetingInput = z.object({
  id: meetingId,
  organisationId,
  kinds,
  on: plainDate,
  time: timeOfDay,
  place: line(60),
  /** 學時 What it counts for, in minutes. */
  minutes,
});
export type PlanMeetingInput = z.infer<typeof planMeetingInput>;

const planLine = z.object({ kinds, day: z.int().min(1).max(28), time: timeOfDay, minutes });

/** Many branches and a time of up to a year. */
export const planYearInput = z.object({
  organisationIds: z.array(organisationId).min(1).max(400),
  from: plainDate,
  to: plainDate,
  place: line(60),
  lines: z.array(planLine).min(1).max(8),
});
export type PlanYearInput = z.infer<typeof planYearInput>;

/** What may be known when it is announced, and is at the latest in the minutes. */
const about = {
  firstTopic: line(120).nullish(),
  firstTopicMode: z.enum(FirstTopicMode).nullish(),
  formats: z.array(z.enum(MeetingFormat)).max(6),
  lecturer: line(40).nullish(),
  lecturerKind: z.enum(LecturerKind).nullish(),
};

export const announceMeetingInput = z.object({
  id: meetingId,
  place: line(60),
  ...about,
  agenda: z.array(line(120)).max(12),
  /** Those of a committee or a group; null: as last time. Of every other meeting all members are due. */
  residentIds: z.array(personId).min(1).max(400).nullish(),
});
export type AnnounceMeetingInput = z.infer<typeof announceMeetingInput>;

export const cancelMeetingInput = z.object({ id: meetingId, reason: line(120) });
export type CancelMeetingInput = z.infer<typeof cancelMeetingInput>;

export const markAttendanceInput = z.object({
  id: meetingId,
  marks: z
    .array(z.object({ residentId: personId, mark: z.enum(AttendanceMark), reason: line(120).nullish() }))
    .min(1)
    .max(400),
});
export type MarkAttendanceInput = z.infer<typeof markAttendanceInput>;

export const confirmAttendanceInput = z.object({
  code: z.string().regex(/^[\w.-]{1,200}$/),
});
export type ConfirmAttendanceInput = z.infer<typeof confirmAttendanceInput>;

export const askLeaveInput = z.object({ id: meetingId, reason: line(120) });
export type AskLeaveInput = z.infer<typeof askLeaveInput>;

export const makeUpInput = z.object({ id: meetingId, residentId: personId, on: plainDate, note: line(120) });
export type MakeUpInput = z.infer<typeof makeUpInput>;

const votes = z.int().min(0).max(1000);

export const keepMinutesInput = z.object({
  id: meetingId,
  ...about,
  /** What was said, for each kind that it served. */
  minuted: z.array(z.object({ kind: z.enum(MeetingKind), text: paragraphs(3000) })).max(4),
  votes: z
    .array(
      z.object({
        title: line(120),
        election: z.boolean(),
        inFavour: votes,
        against: votes,
        abstained: votes,
      }),
    )
    .max(20),
});
export type KeepMinutesInput = z.infer<typeof keepMinutesInput>;

export const signMinutesInput = z.object({ id: meetingId });
export type SignMinutesInput = z.infer<typeof signMinutesInput>;

export const addAddendumInput = z.object({ id: meetingId, text: line(400) });
export type AddAddendumInput = z.infer<typeof addAddendumInput>;

export const recordTalkInput = z.object({
  id: talkId,
  organisationId,
  residentId: personId,
  deadline: plainDate,
  note: line(200),
});
export type RecordTalkInput = z.infer<typeof recordTalkInput>;
