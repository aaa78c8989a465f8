import { DayLogKind, Eaten } from '@linli/domain/services/day-care';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const kinds = literals(DayLogKind);
const eaten = literals(Eaten);

const entry = `
  CREATE TABLE day_log_entry (
    id uuid PRIMARY KEY,
    nth bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    booking_id uuid NOT NULL REFERENCES booking,
    kind text NOT NULL CHECK (kind IN (${kinds})),
    what text NOT NULL,
    eaten text CHECK (eaten IN (${eaten})),
    note text,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by uuid NOT NULL,
    recorder_name text NOT NULL,
    CONSTRAINT eaten_of_meals CHECK ((kind = 'MEAL') = (eaten IS NOT NULL)),
    CONSTRAINT medicine_with_its_dose CHECK (kind = 'MEAL' OR note IS NOT NULL),
    CONSTRAINT logged_afterwards CHECK (at <= recorded_at)
  );
  CREATE INDEX day_log_by_booking ON day_log_entry (booking_id, at);
  CREATE TABLE day_log_counter (
    entry_id uuid PRIMARY KEY REFERENCES day_log_entry,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    by_id uuid NOT NULL,
    by_name text NOT NULL
  )`;

// What somebody was given is not unsaid: who was wrong says so beside it.
const stays = `
  CREATE FUNCTION day_log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the log of a day is only added to' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER day_log_stays BEFORE UPDATE OR DELETE ON day_log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION day_log_stays();
  CREATE TRIGGER day_log_counter_stays BEFORE UPDATE OR DELETE ON day_log_counter
  FOR EACH STATEMENT EXECUTE FUNCTION day_log_stays()`;

export class DayLog1763800006610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [entry, stays]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE day_log_counter, day_log_entry');
    await runner.query('DROP FUNCTION day_log_stays');
  }
}
