import {
  AttendanceMark,
  FirstTopicMode,
  LecturerKind,
  MeetingFormat,
  MeetingKind,
  MeetingState,
} from '@linli/domain/organisation/life';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const tables = [
  `CREATE TABLE meeting (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN (${literals(MeetingState)})),
    day date NOT NULL,
    starts_at timestamptz NOT NULL,
    place text NOT NULL,
    minutes int NOT NULL CHECK (minutes BETWEEN 0 AND 480),
    first_topic text,
    first_topic_mode text CHECK (first_topic_mode IN (${literals(FirstTopicMode)})),
    formats text[] NOT NULL DEFAULT '{}' CHECK (formats <@ ARRAY[${literals(MeetingFormat)}]::text[]),
    lecturer text,
    lecturer_kind text CHECK (lecturer_kind IN (${literals(LecturerKind)})),
    agenda text[] NOT NULL DEFAULT '{}',
    planned_at timestamptz NOT NULL DEFAULT now(),
    planned_by text NOT NULL,
    announced_at timestamptz,
    announced_by text,
    held_at timestamptz,
    signed_at timestamptz,
    signed_by text,
    cancelled_because text,
    CONSTRAINT day_of_the_beginning CHECK (day = (starts_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT announced_before_it_began CHECK (announced_at IS NULL OR announced_at < starts_at),
    CONSTRAINT announced_when_told CHECK (state IN ('PLANNED', 'CANCELLED') OR announced_at IS NOT NULL),
    CONSTRAINT held_then_signed CHECK (state <> 'SIGNED' OR (held_at IS NOT NULL AND signed_at IS NOT NULL)),
    CONSTRAINT cancelled_for_a_reason CHECK ((state = 'CANCELLED') = (cancelled_because IS NOT NULL))
  )`,
  'CREATE INDEX meeting_by_organisation ON meeting (organisation_id, day)',
  'CREATE INDEX meeting_by_day ON meeting (day)',
  // 一會多用 Every kind that is on the agenda, and what the minutes say of it.
  `CREATE TABLE meeting_kind (
    meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN (${literals(MeetingKind)})),
    minuted text,
    PRIMARY KEY (meeting_id, kind)
  )`,
  // 應到 Frozen at announcement: only the marks change afterwards.
  `CREATE TABLE meeting_roster (
    meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
    resident_id uuid NOT NULL REFERENCES resident,
    voting boolean NOT NULL,
    exempt boolean NOT NULL,
    mark text CHECK (mark IN (${literals(AttendanceMark)})),
    by_code boolean NOT NULL DEFAULT false,
    reason text,
    marked_at timestamptz,
    made_up_on date,
    made_up_note text,
    PRIMARY KEY (meeting_id, resident_id),
    CONSTRAINT marked_at_some_time CHECK ((mark IS NULL) = (marked_at IS NULL)),
    CONSTRAINT made_up_by_who_was_away CHECK (made_up_on IS NULL OR mark IN ('LEAVE', 'DUTY', 'UNEXCUSED'))
  )`,
  'CREATE INDEX meeting_roster_by_resident ON meeting_roster (resident_id)',
  `CREATE TABLE meeting_vote (
    meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
    place int NOT NULL,
    title text NOT NULL,
    election boolean NOT NULL,
    in_favour int NOT NULL CHECK (in_favour >= 0),
    against int NOT NULL CHECK (against >= 0),
    abstained int NOT NULL CHECK (abstained >= 0),
    PRIMARY KEY (meeting_id, place)
  )`,
  `CREATE TABLE meeting_addendum (
    meeting_id uuid NOT NULL REFERENCES meeting,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    text text NOT NULL,
    added_by text NOT NULL,
    PRIMARY KEY (meeting_id, at)
  )`,
  `CREATE TABLE absence_talk (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    resident_id uuid NOT NULL REFERENCES resident,
    held_on date NOT NULL,
    deadline date NOT NULL,
    note text NOT NULL,
    held_by text NOT NULL,
    CONSTRAINT time_to_put_right CHECK (deadline > held_on)
  )`,
  'CREATE INDEX absence_talk_by_resident ON absence_talk (resident_id, held_on)',
  `CREATE TABLE debt_reminder (
    organisation_id uuid NOT NULL REFERENCES organisation,
    kind text NOT NULL CHECK (kind IN (${literals(MeetingKind)})),
    due_on date NOT NULL,
    reminded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, kind, due_on)
  )`,
];

// One look for each statement, however many rows it writes.
const guard = (table: string, what: string, states: string, also = ''): string[] =>
  [
    ['INSERT', 'NEW TABLE AS changed'],
    ['UPDATE', 'OLD TABLE AS changed NEW TABLE AS became'],
    ['DELETE', 'OLD TABLE AS changed'],
  ].flatMap(([act = '', tables = '']) => [
    `CREATE FUNCTION ${table}_${act.toLowerCase()}_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF EXISTS (SELECT FROM changed JOIN meeting ON meeting.id = changed.meeting_id
         WHERE meeting.state ${act === 'UPDATE' ? "= 'SIGNED'" : states} ${act === 'UPDATE' ? also : ''})
       THEN RAISE EXCEPTION '${what}' USING ERRCODE = '23514'; END IF;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER ${table}_${act.toLowerCase()}_keeps AFTER ${act} ON ${table}
     REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${table}_${act.toLowerCase()}_keeps()`,
  ]);

const SIGNED = "= 'SIGNED'";
// What is made up later is about the member's hours, not about the meeting.
const MARKS_CHANGED = `AND EXISTS (SELECT FROM became WHERE became.meeting_id = changed.meeting_id
  AND became.resident_id = changed.resident_id
  AND (became.mark, became.voting, became.exempt, became.reason, became.marked_at, became.by_code)
    IS DISTINCT FROM (changed.mark, changed.voting, changed.exempt, changed.reason, changed.marked_at, changed.by_code))`;

const triggers = [
  `CREATE FUNCTION meeting_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'signed minutes stay' USING ERRCODE = '23514'; END IF;
     RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
   END $$`,
  `CREATE TRIGGER meeting_keeps BEFORE UPDATE OR DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_keeps()`,
  ...guard('meeting_kind', 'signed minutes stay', SIGNED),
  ...guard('meeting_vote', 'signed minutes stay', SIGNED),
  ...guard('meeting_roster', 'the roster is frozen', "<> 'PLANNED'", MARKS_CHANGED),
];

export class Life1763800002490 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...tables, ...triggers]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE debt_reminder, absence_talk, meeting_addendum, meeting_vote, meeting_roster,
      meeting_kind, meeting`);
    await runner.query('DROP FUNCTION meeting_keeps()');
    for (const table of ['kind', 'vote', 'roster'])
      for (const act of ['insert', 'update', 'delete'])
        await runner.query(`DROP FUNCTION meeting_${table}_${act}_keeps()`);
  }
}
