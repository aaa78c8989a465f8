import { WelfareOutcome, WelfareStepKind, WelfareStepResult } from '@linli/domain/services/welfare';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const check = `
  CREATE TABLE welfare_check (
    id uuid PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident,
    centre_id uuid NOT NULL REFERENCES centre,
    booking_id uuid UNIQUE REFERENCES booking,
    opened_at timestamptz NOT NULL,
    opener_name text NOT NULL,
    outcome text CHECK (outcome IN (${literals(WelfareOutcome)})),
    closed_at timestamptz,
    closed_by uuid,
    closer_name text,
    close_note text,
    CONSTRAINT closed_with_what_was_seen CHECK ((outcome IS NULL) = (closed_at IS NULL))
  )`;

const step = `
  CREATE TABLE welfare_step (
    id uuid PRIMARY KEY,
    check_id uuid NOT NULL REFERENCES welfare_check,
    kind text NOT NULL CHECK (kind IN (${literals(WelfareStepKind)})),
    result text NOT NULL CHECK (result IN (${literals(WelfareStepResult)})),
    note text,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    by uuid NOT NULL,
    by_name text NOT NULL
  )`;

const indexes = [
  'CREATE INDEX welfare_check_open ON welfare_check (centre_id, opened_at) WHERE outcome IS NULL',
  'CREATE INDEX welfare_step_by_check ON welfare_step (check_id)',
];

export class Welfare1763800006020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [check, step, ...indexes]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE welfare_step, welfare_check');
  }
}
