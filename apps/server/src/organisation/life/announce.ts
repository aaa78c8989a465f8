import type { PersonId, Viewer } from '@linli/domain/access';
import {
  type AnnounceMeetingInput,
  type CancelMeetingInput,
  isRosterChosen,
  type MeetingId,
  type MeetingKind,
  nextMeetingState,
  refusalToAnnounce,
} from '@linli/domain/organisation/life';
import { recordEvent } from '../../platform/events/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { type RosterMember, rostersOn } from '../members/index.js';
import { auditMeeting } from './audit-life.js';
import {
  meetingToChange,
  meetingWithin,
  type MeetingRow,
  namesShown,
  wholeMeeting,
} from './meeting.queries.js';
import type { MeetingRecord, RosterChoice } from './meeting.type.js';
import { tellOfMeeting } from './tell-of-meeting.js';

/** Those who belong to the organisation on the day of the meeting, as known now. */
const poolOf = (db: Database, { organisationId, day }: MeetingRow): Promise<RosterMember[]> =>
  rostersOn(db, { asked: [{ organisationId, on: day }], knownAt: null });

const lastChosen = statement<
  { id: MeetingId; organisationId: string; kinds: readonly MeetingKind[] },
  { residentId: PersonId }
>({
  name: 'last-chosen-roster',
  text: `
    SELECT resident_id FROM meeting_roster WHERE meeting_id = (
      SELECT meeting.id FROM meeting
      WHERE organisation_id = :organisationId AND meeting.id <> :id AND state NOT IN ('PLANNED', 'CANCELLED')
        AND ARRAY(SELECT kind FROM meeting_kind WHERE meeting_id = meeting.id ORDER BY kind) = :kinds::text[]
      ORDER BY starts_at DESC LIMIT 1)`,
});

/** Who is usually due: all, or whoever was the last time where some are chosen. */
async function usualOf(
  db: Database,
  meeting: MeetingRow,
  pool: readonly RosterMember[],
): Promise<Set<PersonId>> {
  if (!isRosterChosen(meeting.kinds)) return new Set(pool.map(({ residentId }) => residentId));
  const { id, organisationId, kinds } = meeting;
  const last = await lastChosen(db, { id, organisationId, kinds });
  if (last.length > 0) return new Set(last.map(({ residentId }) => residentId));
  return new Set(kinds.includes('GROUP_MEETING') ? pool.map(({ residentId }) => residentId) : []);
}

/** Whom the secretary chooses from. */
export async function rosterChoice(db: Database, viewer: Viewer, id: MeetingId): Promise<RosterChoice[]> {
  const meeting = await meetingWithin(db, viewer, 'KEEP_LIFE', id);
  const pool = await poolOf(db, meeting);
  const usual = await usualOf(db, meeting, pool);
  await namesShown(
    db,
    viewer,
    meeting.organisationId,
    pool.map(({ residentId }) => residentId),
  );
  return pool.map(({ residentId, name, isVoting, exemption }) => ({
    ...{ residentId, name, voting: isVoting, exempt: exemption !== null, usual: usual.has(residentId) },
  }));
}

const freeze = statement<{ id: MeetingId; roster: string }, never>({
  name: 'freeze-roster',
  text: `
    INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt)
    SELECT :id, "residentId", voting, exempt
    FROM jsonb_to_recordset(:roster::jsonb) AS rows ("residentId" uuid, voting boolean, exempt boolean)`,
});

const announce = statement<Omit<AnnounceMeetingInput, 'residentIds'> & { state: string; by: string }, never>({
  name: 'announce-meeting',
  text: `
    UPDATE meeting SET state = :state, announced_at = now(), announced_by = :by, place = :place,
      first_topic = :firstTopic, first_topic_mode = :firstTopicMode, formats = :formats::text[],
      lecturer = :lecturer, lecturer_kind = :lecturerKind, agenda = :agenda::text[]
    WHERE id = :id`,
});

/** Tells of it, and freezes who is due. Twice is once. */
export const announceMeeting = (
  db: Database,
  viewer: Viewer,
  input: AnnounceMeetingInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const { id, residentIds, place, formats, agenda } = input;
    const meeting = await meetingToChange(tx, viewer, id);
    if (meeting.state === 'ANNOUNCED') return wholeMeeting(tx, meeting);
    const pool = await poolOf(tx, meeting);
    const chosen =
      residentIds && isRosterChosen(meeting.kinds) ? new Set(residentIds) : await usualOf(tx, meeting, pool);
    const roster = pool.filter(({ residentId }) => chosen.has(residentId));
    if (residentIds && roster.length < chosen.size) return new Refused('NO_MEMBER_HERE');
    const refusal = refusalToAnnounce(meeting, roster.length);
    if (refusal) return new Refused(refusal);
    await freeze(tx, {
      id,
      roster: JSON.stringify(
        roster.map(({ residentId, isVoting, exemption }) => ({
          ...{ residentId, voting: isVoting, exempt: exemption !== null },
        })),
      ),
    });
    await announce(tx, {
      ...{
        id,
        place,
        formats,
        agenda,
        by: viewer.name,
        state: nextMeetingState('PLANNED', 'ANNOUNCE') ?? '',
      },
      ...{ firstTopic: input.firstTopic ?? null, firstTopicMode: input.firstTopicMode ?? null },
      ...{ lecturer: input.lecturer ?? null, lecturerKind: input.lecturerKind ?? null },
    });
    await tellOfMeeting(tx, { ...meeting, place }, { kind: 'MEETING_ANNOUNCED' });
    return changed(tx, viewer, meeting, 'MEETING_ANNOUNCED', { roster: roster.length });
  });

const cancel = statement<{ id: MeetingId; reason: string; state: string }, never>({
  name: 'cancel-meeting',
  text: 'UPDATE meeting SET state = :state, cancelled_because = :reason WHERE id = :id',
});

/** Before it was held. Twice is once. */
export const cancelMeeting = (
  db: Database,
  viewer: Viewer,
  { id, reason }: CancelMeetingInput,
): Promise<MeetingRecord | Refused> =>
  transaction(db, async (tx) => {
    const meeting = await meetingToChange(tx, viewer, id);
    if (meeting.state === 'CANCELLED') return wholeMeeting(tx, meeting);
    const state = nextMeetingState(meeting.state, 'CANCEL');
    if (!state) return new Refused(meeting.state === 'SIGNED' ? 'MEETING_SIGNED' : 'MEETING_HELD');
    await cancel(tx, { id, reason, state });
    await tellOfMeeting(tx, meeting, { kind: 'MEETING_CANCELLED', reason });
    return changed(tx, viewer, meeting, 'MEETING_CANCELLED', { reason });
  });

/** The meeting after a change, which is told to who follows the organisation and is on the trail. */
export async function changed(
  tx: Transaction,
  viewer: Viewer,
  { id, organisationId }: MeetingRow,
  action: string,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<MeetingRecord> {
  const name = `life.${action.toLowerCase().replaceAll('_', '-')}`;
  await recordEvent(tx, { name, subjectId: organisationId, payload: { meetingId: id } });
  const meeting = await meetingWithin(tx, viewer, 'KEEP_LIFE', id);
  const whole = await wholeMeeting(tx, meeting);
  await auditMeeting(tx, viewer, action, meeting, detail);
  return whole;
}
