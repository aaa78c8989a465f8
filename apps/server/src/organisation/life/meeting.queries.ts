import { type Action, type OrganisationId, type PersonId, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  isPassed,
  type MeetingId,
  type MeetingKind,
  missingFor,
  quorumOf,
  refusalToAttend,
} from '@linli/domain/organisation/life';
import { recordRead } from '../../access/audit/index.js';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import type { Meeting, MeetingAddendum, MeetingRecord, MeetingVote, RosterLine } from './meeting.type.js';

export type MeetingRow = Omit<
  MeetingRecord,
  'roster' | 'minuted' | 'votes' | 'addenda' | 'votingDue' | 'votingPresent' | 'attendanceOpen'
> & { readonly now: Date };

const meetings = `
  SELECT meeting.*, organisation.name AS organisation_name, now() AS now,
    ARRAY(SELECT kind FROM meeting_kind WHERE meeting_id = meeting.id ORDER BY kind) AS kinds,
    counted.roster_count, counted.present_count, counted.open_count
  FROM meeting JOIN organisation ON organisation.id = meeting.organisation_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS roster_count,
        count(*) FILTER (WHERE mark IN ('PRESENT', 'ONLINE'))::int AS present_count,
        count(*) FILTER (WHERE mark IS NULL)::int AS open_count
      FROM meeting_roster WHERE meeting_id = meeting.id
    ) counted`;

interface Reached {
  readonly tops: readonly OrganisationId[];
}

const meetingsBetween = statement<
  Reached & { organisationId: OrganisationId; from: PlainDate; to: PlainDate },
  MeetingRow
>({
  name: 'meetings-between',
  text: `${meetings}
    WHERE organisation.lineage && :tops::uuid[] AND organisation.lineage @> ARRAY[:organisationId::uuid]
      AND day BETWEEN :from AND :to
    ORDER BY starts_at, meeting.id`,
});

/** Of an organisation and its groups. */
export const meetingsOf = (
  db: Database,
  tops: readonly OrganisationId[],
  asked: { readonly organisationId: OrganisationId; readonly from: PlainDate; readonly to: PlainDate },
): Promise<Meeting[]> => meetingsBetween(db, { tops, ...asked });

const meetingRow = statement<Reached & { id: MeetingId }, MeetingRow>({
  name: 'meeting',
  text: `${meetings} WHERE meeting.id = :id AND organisation.lineage && :tops::uuid[]`,
});

const lockMeeting = statement<{ id: MeetingId }, never>({
  name: 'lock-meeting',
  text: 'SELECT FROM meeting WHERE id = :id FOR NO KEY UPDATE',
});

/** The meeting as whoever changes it finds it, under its lock; what is beyond reach is not there. */
export async function meetingToChange(db: Database, viewer: Viewer, id: MeetingId): Promise<MeetingRow> {
  await lockMeeting(db, { id });
  return meetingWithin(db, viewer, 'KEEP_LIFE', id);
}

export async function meetingWithin(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: MeetingId,
): Promise<MeetingRow> {
  const tops = await organisationsReached(db, viewer, action);
  const [meeting] = await meetingRow(db, { id, tops });
  if (!meeting) throw notFound('meeting');
  return meeting;
}

export const rosterOf = statement<{ id: MeetingId }, RosterLine>({
  name: 'meeting-roster',
  text: `
    SELECT resident_id, resident.name, voting, exempt, mark, by_code, reason, made_up_on
    FROM meeting_roster JOIN resident ON resident.id = resident_id
    WHERE meeting_id = :id ORDER BY resident.name, resident_id`,
});

const minutedOf = statement<{ id: MeetingId }, { kind: MeetingKind; text: string | null }>({
  name: 'meeting-minutes',
  text: 'SELECT kind, minuted AS text FROM meeting_kind WHERE meeting_id = :id ORDER BY kind',
});

const votesOf = statement<{ id: MeetingId }, Omit<MeetingVote, 'passed'>>({
  name: 'meeting-votes',
  text: `SELECT title, election, in_favour, against, abstained FROM meeting_vote
    WHERE meeting_id = :id ORDER BY place`,
});

const addendaOf = statement<{ id: MeetingId }, MeetingAddendum>({
  name: 'meeting-addenda',
  text: 'SELECT at, text, added_by FROM meeting_addendum WHERE meeting_id = :id ORDER BY at',
});

/** With all that it holds: five statements, however long the roster. */
export async function wholeMeeting(db: Database, meeting: MeetingRow): Promise<MeetingRecord> {
  const { id } = meeting;
  const roster = await rosterOf(db, { id });
  const minuted = await minutedOf(db, { id });
  const votes = await votesOf(db, { id });
  const addenda = await addendaOf(db, { id });
  const quorum = quorumOf(roster);
  const facts = { roster, lecturer: meeting.lecturer };
  return {
    ...meeting,
    ...{ roster, addenda, votingDue: quorum.due, votingPresent: quorum.present },
    minuted: minuted.map((each) => ({ ...each, missing: missingFor(each.kind, facts) })),
    votes: votes.map((vote) => ({ ...vote, passed: isPassed(quorum, vote) })),
    attendanceOpen: refusalToAttend(meeting) === undefined,
  };
}

/** The record, for who may see it; that its names were shown is on the trail. */
export async function meetingFor(db: Database, viewer: Viewer, id: MeetingId): Promise<MeetingRecord> {
  const meeting = await wholeMeeting(db, await meetingWithin(db, viewer, 'SEE_LIFE', id));
  await namesShown(
    db,
    viewer,
    meeting.organisationId,
    meeting.roster.map(({ residentId }) => residentId),
  );
  return meeting;
}

export const namesShown = (
  db: Database,
  viewer: Viewer,
  organisationId: OrganisationId,
  ids: readonly PersonId[],
): Promise<void> =>
  recordRead(db, viewer, {
    ...{
      action: 'LIFE_NAMES_SHOWN',
      subjectKind: 'resident',
      ids,
      places: { organisationIds: [organisationId] },
    },
  });
