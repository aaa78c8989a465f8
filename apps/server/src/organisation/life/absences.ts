import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { type RecordTalkInput, rungOf } from '@linli/domain/organisation/life';
import { MEMBER_STAGES } from '@linli/domain/organisation/members';
import { type Database, literals, now, statement, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { auditLife } from './audit-life.js';
import type { Absentee, PartyBirthday } from './branch-month.type.js';

interface Row {
  readonly residentId: PersonId;
  readonly name: string;
  /** Null: none. */
  readonly unexcused: PlainDate[] | null;
  readonly lastPresent: PlainDate | null;
  readonly since: PlainDate;
  readonly talkOn: PlainDate | null;
  readonly deadline: PlainDate | null;
}

interface Asked {
  readonly organisationId: OrganisationId;
  readonly today: PlainDate;
}

// A year back; who has left the branch is no business of its ladder, and the exempt owe nobody their presence.
const rows = statement<Asked, Row>({
  name: 'life-absences',
  text: `
    SELECT m.resident_id, resident.name,
      array_agg(meeting.day::text ORDER BY meeting.day) FILTER (WHERE line.mark = 'UNEXCUSED') AS unexcused,
      max(meeting.day) FILTER (WHERE line.mark IN ('PRESENT', 'ONLINE')) AS last_present,
      min(meeting.day) AS since, talk.held_on AS talk_on, talk.deadline
    FROM membership_version m
      JOIN resident ON resident.id = m.resident_id
      JOIN meeting_roster line ON line.resident_id = m.resident_id
      JOIN meeting ON meeting.id = line.meeting_id AND meeting.state = 'SIGNED'
        AND meeting.day > :today::date - interval '1 year'
      LEFT JOIN LATERAL (
        SELECT held_on, deadline FROM absence_talk WHERE resident_id = m.resident_id ORDER BY held_on DESC LIMIT 1
      ) talk ON true
    WHERE m.organisation_id = :organisationId AND m.superseded_at IS NULL
      AND m.stage IN (${literals(MEMBER_STAGES)})
      AND :today::date BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')
      AND NOT EXISTS (SELECT FROM exemption_version e WHERE e.resident_id = m.resident_id AND e.superseded_at IS NULL
        AND :today::date BETWEEN e.valid_from AND coalesce(e.valid_to, 'infinity'))
    GROUP BY m.resident_id, resident.name, talk.held_on, talk.deadline`,
});

const absenteeOf = (row: Row, today: PlainDate): Absentee => {
  const unexcused = row.unexcused ?? [];
  const talk = row.talkOn && row.deadline ? { on: row.talkOn, deadline: row.deadline } : null;
  return {
    ...{ residentId: row.residentId, name: row.name, lastPresent: row.lastPresent, deadline: row.deadline },
    rung: rungOf({ ...row, unexcused, talk }, today),
    unexcused: unexcused.filter((day) => talk === null || day > talk.on).length,
  };
};

const HEIGHT = ['BRANCH_DECIDES', 'CORRECTION_OVER', 'CORRECTION', 'TALK', 'NONE'];

/** Whose absences ask something of the branch, the most pressing first. */
export async function absentees(db: Database, asked: Asked): Promise<Absentee[]> {
  return (await rows(db, asked))
    .map((row) => absenteeOf(row, asked.today))
    .filter(({ rung }) => rung !== 'NONE')
    .toSorted((a, b) => HEIGHT.indexOf(a.rung) - HEIGHT.indexOf(b.rung));
}

export const birthdays = statement<Asked, PartyBirthday>({
  name: 'party-birthdays',
  text: `
    SELECT own.resident_id, resident.name, first.joined_on
    FROM membership_version own JOIN resident ON resident.id = own.resident_id
      CROSS JOIN LATERAL (
        SELECT min(valid_from) AS joined_on FROM membership_version
        WHERE resident_id = own.resident_id AND superseded_at IS NULL AND stage IN (${literals(MEMBER_STAGES)})
      ) first
    WHERE own.organisation_id = :organisationId AND own.superseded_at IS NULL
      AND :today::date BETWEEN own.valid_from AND coalesce(own.valid_to, 'infinity')
      AND own.stage IN (${literals(MEMBER_STAGES)})
      AND extract(month FROM first.joined_on) = extract(month FROM :today::date)
      AND first.joined_on < :today::date
    ORDER BY extract(day FROM first.joined_on), resident.name`,
});

const talkOf = statement<{ id: string }, { residentId: PersonId; deadline: PlainDate; note: string }>({
  name: 'absence-talk',
  text: 'SELECT resident_id, deadline, note FROM absence_talk WHERE id = :id',
});
const insertTalk = statement<RecordTalkInput & { on: PlainDate; by: string }, never>({
  name: 'record-absence-talk',
  text: `
    INSERT INTO absence_talk (id, organisation_id, resident_id, held_on, deadline, note, held_by)
    VALUES (:id, :organisationId, :residentId, :on, :deadline, :note, :by)`,
});
const lockMember = statement<{ id: PersonId }, never>({
  name: 'lock-for-talk',
  text: 'SELECT FROM resident WHERE id = :id FOR NO KEY UPDATE',
});

/** 談話 With a day until which things are to be put right. Only where absences ask for it. */
export const recordTalk = (
  db: Database,
  viewer: Viewer,
  input: RecordTalkInput,
): Promise<Absentee | Refused> =>
  transaction(db, async (tx) => {
    const { id, organisationId, residentId } = input;
    const today = plainDateOf(await now(tx));
    await reachedOrganisations(tx, viewer, 'KEEP_LIFE', [organisationId]);
    await lockMember(tx, { id: residentId });
    const find = async () =>
      (await rows(tx, { organisationId, today })).find((row) => row.residentId === residentId);
    const before = await find();
    if (!before) throw notFound('member');
    const [earlier] = await talkOf(tx, { id });
    if (earlier) {
      const isSame =
        earlier.residentId === residentId &&
        earlier.deadline === input.deadline &&
        earlier.note === input.note;
      return isSame ? absenteeOf(before, today) : new Refused('CONFLICT');
    }
    const { rung, name } = absenteeOf(before, today);
    if (rung === 'NONE' || rung === 'CORRECTION' || input.deadline <= today)
      return new Refused('TALK_NOT_DUE');
    await insertTalk(tx, { ...input, on: today, by: viewer.name });
    const after = await find();
    if (!after) throw notFound('member');
    await auditLife(tx, viewer, 'ABSENCE_TALK_HELD', {
      subject: { kind: 'RESIDENT', id: residentId, name },
      organisationIds: [organisationId],
      detail: { deadline: input.deadline },
    });
    return absenteeOf(after, today);
  });
