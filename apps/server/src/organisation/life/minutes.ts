import type { Viewer } from '@linli/domain/access';
import {
  type AddAddendumInput,
  type KeepMinutesInput,
  type MeetingId,
  refusalToMinute,
  refusalToSign,
  type SignMinutesInput,
} from '@linli/domain/organisation/life';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { changed } from './announce.js';
import { meetingToChange, wholeMeeting } from './meeting.queries.js';
import type { MeetingRecord } from './meeting.type.js';

const keep = statement<Omit<KeepMinutesInput, 'minuted' | 'votes'> & { minuted: string }, never>({
  name: 'keep-minutes',
  text: `
    WITH said AS (
      UPDATE meeting_kind SET minuted = given.text
      FROM jsonb_to_recordset(:minuted::jsonb) AS given (kind text, text text)
      WHERE meeting_kind.meeting_id = :id AND meeting_kind.kind = given.kind
    )
    UPDATE meeting SET state = 'HELD', held_at = coalesce(held_at, now()), first_topic = :firstTopic,
      first_topic_mode = :firstTopicMode, formats = :formats::text[], lecturer = :lecturer,
      lecturer_kind = :lecturerKind
    WHERE id = :id`,
});

const dropVotes = statement<{ id: MeetingId }, never>({
  name: 'drop-votes',
  text: 'DELETE FROM meeting_vote WHERE meeting_id = :id',
});
const insertVotes = statement<{ id: MeetingId; votes: string }, never>({
  name: 'insert-votes',
  text: `
    INSERT INTO meeting_vote (meeting_id, place, title, election, in_favour, against, abstained)
    SELECT :id, row_number() OVER (), title, election, "inFavour", against, abstained
    FROM jsonb_to_recordset(:votes::jsonb) AS given (title text, election boolean, "inFavour" int, against int,
      abstained int)`,
});

/** What was said and decided: from then on the meeting is held. It may be written again until it is signed. */
export const keepMinutes = (
  db: Database,
  viewer: Viewer,
  input: KeepMinutesInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const { id, minuted, votes, formats } = input;
    const meeting = await meetingToChange(tx, viewer, id);
    const refusal = refusalToMinute(meeting);
    if (refusal) return new Refused(refusal);
    if (minuted.some(({ kind }) => !meeting.kinds.includes(kind))) return new Refused('KIND_NOT_OWED');
    await keep(tx, {
      ...{ id, formats, minuted: JSON.stringify(minuted) },
      ...{ firstTopic: input.firstTopic ?? null, firstTopicMode: input.firstTopicMode ?? null },
      ...{ lecturer: input.lecturer ?? null, lecturerKind: input.lecturerKind ?? null },
    });
    await dropVotes(tx, { id });
    await insertVotes(tx, { id, votes: JSON.stringify(votes) });
    return changed(tx, viewer, meeting, 'MINUTES_KEPT');
  });

const sign = statement<{ id: MeetingId; by: string }, never>({
  name: 'sign-minutes',
  text: `UPDATE meeting SET state = 'SIGNED', signed_at = now(), signed_by = :by WHERE id = :id`,
});

/** Locks it for good. Twice is once. */
export const signMinutes = (
  db: Database,
  viewer: Viewer,
  { id }: SignMinutesInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const row = await meetingToChange(tx, viewer, id);
    const meeting = await wholeMeeting(tx, row);
    if (meeting.state === 'SIGNED') return meeting;
    const said = meeting.minuted.filter(({ text }) => text !== null);
    const { kinds, roster, votes, firstTopic, lecturer } = meeting;
    const refusal = refusalToSign(meeting, {
      ...{ kinds, roster, votes, firstTopic, lecturer },
      minutes: said[0]?.text ?? null,
      minuted: said.map(({ kind }) => kind),
    });
    if (refusal) return new Refused(refusal);
    await sign(tx, { id, by: viewer.name });
    return changed(tx, viewer, row, 'MINUTES_SIGNED');
  });

const add = statement<{ id: MeetingId; text: string; by: string }, never>({
  name: 'add-addendum',
  text: 'INSERT INTO meeting_addendum (meeting_id, text, added_by) VALUES (:id, :text, :by)',
});

/** 補充說明 What is signed stays; what was wrong with it is said below, with the day. The same words again are the same. */
export const addAddendum = (
  db: Database,
  viewer: Viewer,
  { id, text }: AddAddendumInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const row = await meetingToChange(tx, viewer, id);
    if (row.state !== 'SIGNED') return new Refused('MINUTES_NOT_SIGNED');
    const meeting = await wholeMeeting(tx, row);
    if (meeting.addenda.some((each) => each.text === text)) return meeting;
    await add(tx, { id, text, by: viewer.name });
    return changed(tx, viewer, row, 'ADDENDUM_ADDED');
  });
