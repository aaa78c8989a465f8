import { TrainingAudience, TrainingForm, TrainingState } from '@linli/domain/organisation/training';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const tables = [
  `CREATE TABLE training_plan (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    year int NOT NULL,
    title text NOT NULL,
    audience text NOT NULL CHECK (audience IN (${literals(TrainingAudience)})),
    form text NOT NULL CHECK (form IN (${literals(TrainingForm)})),
    minutes int NOT NULL CHECK (minutes > 0),
    planned_by text NOT NULL,
    planned_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX training_plan_by_organisation ON training_plan (organisation_id, year)',
  `CREATE TABLE training_session (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES training_plan,
    for_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN (${literals(TrainingState)})),
    day date NOT NULL,
    starts_at timestamptz NOT NULL,
    minutes int NOT NULL CHECK (minutes > 0),
    place text NOT NULL,
    topic text NOT NULL,
    lecturer text NOT NULL,
    scheduled_by text NOT NULL,
    signed_at timestamptz,
    signed_by text,
    cancelled_because text,
    CONSTRAINT training_day_of_the_beginning CHECK (day = (starts_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT training_signed_by_somebody
      CHECK ((state = 'SIGNED') = (signed_at IS NOT NULL) AND (signed_at IS NULL) = (signed_by IS NULL)),
    CONSTRAINT training_cancelled_for_a_reason CHECK ((state = 'CANCELLED') = (cancelled_because IS NOT NULL))
  )`,
  'CREATE INDEX training_session_by_plan ON training_session (plan_id)',
  `CREATE TABLE training_attendance (
    session_id uuid NOT NULL REFERENCES training_session,
    resident_id uuid NOT NULL REFERENCES resident,
    minutes int NOT NULL CHECK (minutes > 0),
    PRIMARY KEY (session_id, resident_id)
  )`,
  'CREATE INDEX training_attendance_by_resident ON training_attendance (resident_id)',
];

// One look for each statement, however many rows it writes.
const guard = ['INSERT', 'UPDATE', 'DELETE'].map(
  (act) => `CREATE TRIGGER training_attendance_${act.toLowerCase()}_keeps AFTER ${act} ON training_attendance
    REFERENCING ${act === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION training_attendance_keeps()`,
);
const triggers = [
  `CREATE FUNCTION training_session_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'a signed record stays' USING ERRCODE = '23514'; END IF;
     RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
   END $$`,
  `CREATE TRIGGER training_session_keeps BEFORE UPDATE OR DELETE ON training_session
   FOR EACH ROW EXECUTE FUNCTION training_session_keeps()`,
  `CREATE FUNCTION training_attendance_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT FROM changed JOIN training_session session ON session.id = changed.session_id
       WHERE session.state = 'SIGNED')
     THEN RAISE EXCEPTION 'a signed record stays' USING ERRCODE = '23514'; END IF;
     RETURN NULL;
   END $$`,
  ...guard,
];

export class Training1763800002480 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...tables, ...triggers]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE training_attendance, training_session, training_plan');
    await runner.query('DROP FUNCTION training_session_keeps(), training_attendance_keeps()');
  }
}
