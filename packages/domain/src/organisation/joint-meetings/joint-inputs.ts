import { z } from 'zod';
import { organisationId } from '../../access/index.js';
import { line, paragraphs, plainDate, timeOfDay } from '../../base/index.js';

export const jointMeetingId = z.uuidv7().brand<'JointMeetingId'>();
export type JointMeetingId = z.infer<typeof jointMeetingId>;
export const jointTaskId = z.uuidv7().brand<'JointTaskId'>();
export type JointTaskId = z.infer<typeof jointTaskId>;
export const jointNoteId = z.uuidv7().brand<'JointNoteId'>();
export type JointNoteId = z.infer<typeof jointNoteId>;

/** The client makes the ids: sending the same again changes nothing twice. */
export const callJointMeetingInput = z.object({
  id: jointMeetingId,
  organisationId,
  /** Which body meets: 聯席會議, 鄉村振興領導小組, 合力團. */
  body: line(40),
  on: plainDate,
  time: timeOfDay,
  place: line(60),
  /** 議題 What a level cannot settle by itself. */
  agenda: z.array(line(120)).min(1).max(20),
});
export type CallJointMeetingInput = z.infer<typeof callJointMeetingInput>;

const decision = z.object({
  id: jointTaskId,
  text: line(200),
  /** 責任單位 The organisation that hosts, or one below it. */
  ownerId: organisationId,
  ownerName: line(40),
  dueOn: plainDate,
});

export const concludeJointMeetingInput = z.object({
  id: jointMeetingId,
  minutes: paragraphs(2000),
  decisions: z
    .array(decision)
    .max(30)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
});
export type ConcludeJointMeetingInput = z.infer<typeof concludeJointMeetingInput>;

export const cancelJointMeetingInput = z.object({ id: jointMeetingId, reason: line(120) });
export type CancelJointMeetingInput = z.infer<typeof cancelJointMeetingInput>;

export const noteJointTaskInput = z.object({ id: jointNoteId, taskId: jointTaskId, text: line(200) });
export type NoteJointTaskInput = z.infer<typeof noteJointTaskInput>;

/** 銷號 What was done, in the record that closes it. */
export const closeJointTaskInput = z.object({ id: jointTaskId, record: line(300) });
export type CloseJointTaskInput = z.infer<typeof closeJointTaskInput>;
