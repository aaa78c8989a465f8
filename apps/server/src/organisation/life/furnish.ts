import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type {
  AttendanceMark,
  FirstTopicMode,
  LecturerKind,
  MeetingFormat,
  MeetingKind,
} from '@linli/domain/organisation/life';
import { statement, type Transaction } from '../../platform/database/index.js';
import { type MeetingToPlan, writeMeetings } from './plan-meetings.js';

export interface RosterToFurnish {
  readonly residentId: PersonId;
  readonly voting: boolean;
  readonly exempt: boolean;
  readonly mark: AttendanceMark;
}

/** A meeting that was held and signed; without a roster it is planned only. */
export interface MeetingToFurnish extends MeetingToPlan {
  readonly kinds: readonly MeetingKind[];
  readonly on: PlainDate;
  readonly organisationId: OrganisationId;
  readonly roster: readonly RosterToFurnish[];
  readonly firstTopic: string | null;
  readonly firstTopicMode: FirstTopicMode | null;
  readonly formats: readonly MeetingFormat[];
  readonly lecturer: string | null;
  readonly lecturerKind: LecturerKind | null;
  readonly minuted: string;
  readonly signedBy: string;
}

const insertRosters = statement<{ rows: string }, never>({
  name: 'furnish-rosters',
  text: `
    INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, marked_at)
    SELECT meeting.id, person.id, person.voting, person.exempt, person.mark, starts_at
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, people uuid[], voting boolean[], exempt boolean[], marks text[])
      JOIN meeting ON meeting.id = given.id
      CROSS JOIN LATERAL unnest(given.people, given.voting, given.exempt, given.marks) AS person (id, voting, exempt, mark)`,
});

const writeMinutes = statement<{ rows: string }, never>({
  name: 'furnish-minutes',
  text: `
    UPDATE meeting_kind SET minuted = given.minuted
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, minuted text) WHERE meeting_id = given.id`,
});

const signAll = statement<{ rows: string }, never>({
  name: 'furnish-signed',
  text: `
    UPDATE meeting SET state = 'SIGNED', announced_at = starts_at - interval '5 days', announced_by = given."signedBy",
      held_at = starts_at, signed_at = starts_at + interval '1 day', signed_by = given."signedBy",
      first_topic = given."firstTopic", first_topic_mode = given."firstTopicMode", formats = given.formats,
      lecturer = given.lecturer, lecturer_kind = given."lecturerKind"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "signedBy" text, "firstTopic" text, "firstTopicMode" text,
      formats text[], lecturer text, "lecturerKind" text)
    WHERE meeting.id = given.id`,
});

/** A past that was kept elsewhere, and a future that is planned: four statements, whatever the number. */
export async function furnishMeetings(
  tx: Transaction,
  meetings: readonly MeetingToFurnish[],
  by: string,
): Promise<void> {
  await writeMeetings(tx, meetings, by);
  const held = meetings.filter(({ roster }) => roster.length > 0);
  await insertRosters(tx, {
    rows: JSON.stringify(
      held.map(({ id, roster }) => ({
        id,
        people: roster.map(({ residentId }) => residentId),
        voting: roster.map(({ voting }) => voting),
        exempt: roster.map(({ exempt }) => exempt),
        marks: roster.map(({ mark }) => mark),
      })),
    ),
  });
  await writeMinutes(tx, { rows: JSON.stringify(held.map(({ id, minuted }) => ({ id, minuted }))) });
  await signAll(tx, { rows: JSON.stringify(held.map(({ roster: _roster, ...meeting }) => meeting)) });
}
