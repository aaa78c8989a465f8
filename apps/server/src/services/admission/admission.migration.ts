import { AbilityLevel } from '@linli/domain/services/admission';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const levels = literals(AbilityLevel);

// Never changed: who was wrong records another one.
const assessment = `
  CREATE TABLE assessment (
    id uuid PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident,
    centre_id uuid NOT NULL REFERENCES centre,
    level text NOT NULL CHECK (level IN (${levels})),
    assessed_by text NOT NULL,
    assessed_on date NOT NULL,
    valid_until date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    recorded_by uuid NOT NULL,
    recorder_name text NOT NULL,
    CONSTRAINT valid_from_its_day CHECK (valid_until >= assessed_on)
  )`;

export class Admission1763800004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(assessment);
    await runner.query('CREATE INDEX assessment_by_resident ON assessment (resident_id, assessed_on DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment');
  }
}
