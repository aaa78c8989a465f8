import { JointMeetingState } from '@linli/domain/organisation/joint-meetings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const statements = [
  `CREATE TABLE joint_meeting (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    body text NOT NULL,
    state text NOT NULL DEFAULT 'CALLED' CHECK (state IN (${literals(JointMeetingState)})),
    day date NOT NULL,
    starts_at timestamptz NOT NULL,
    place text NOT NULL,
    agenda text[] NOT NULL CHECK (cardinality(agenda) > 0),
    called_by_name text NOT NULL,
    minutes text,
    concluded_at timestamptz,
    concluded_by_name text,
    cancelled_because text,
    CONSTRAINT joint_day_of_the_beginning CHECK (day = (starts_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT concluded_with_minutes CHECK ((state = 'CONCLUDED') = (minutes IS NOT NULL AND concluded_at IS NOT NULL)),
    CONSTRAINT joint_cancelled_for_a_reason CHECK ((state = 'CANCELLED') = (cancelled_because IS NOT NULL))
  )`,
  'CREATE INDEX joint_meeting_by_organisation ON joint_meeting (organisation_id, day)',
  `CREATE TABLE joint_task (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES joint_meeting,
    text text NOT NULL,
    owner_id uuid NOT NULL REFERENCES organisation,
    owner_name text NOT NULL,
    due_on date NOT NULL,
    closed_on date,
    closing_record text,
    closed_by_name text,
    CONSTRAINT closed_with_a_record CHECK (num_nonnulls(closed_on, closing_record, closed_by_name) IN (0, 3))
  )`,
  'CREATE INDEX joint_task_by_meeting ON joint_task (meeting_id)',
  'CREATE INDEX joint_task_by_owner ON joint_task (owner_id)',
  'CREATE INDEX joint_task_open ON joint_task (due_on) WHERE closed_on IS NULL',
  `CREATE TABLE joint_task_note (
    id uuid PRIMARY KEY,
    task_id uuid NOT NULL REFERENCES joint_task,
    text text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    by_name text NOT NULL
  )`,
  'CREATE INDEX joint_task_note_by_task ON joint_task_note (task_id, at)',
  // What was decided stays as it was decided, and a closing record is the last word.
  `CREATE FUNCTION joint_task_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' OR OLD.closed_on IS NOT NULL
       OR (NEW.id, NEW.meeting_id, NEW.text, NEW.owner_id, NEW.owner_name, NEW.due_on)
         IS DISTINCT FROM (OLD.id, OLD.meeting_id, OLD.text, OLD.owner_id, OLD.owner_name, OLD.due_on)
     THEN RAISE EXCEPTION 'decisions stay' USING ERRCODE = '23514'; END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER joint_task_keeps BEFORE UPDATE OR DELETE ON joint_task
   FOR EACH ROW EXECUTE FUNCTION joint_task_keeps()`,
];

export class JointMeetings1763800002591 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of statements) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joint_task_note, joint_task, joint_meeting');
    await runner.query('DROP FUNCTION joint_task_keeps()');
  }
}
