import { VisitOutcome } from '@linli/domain/services/visits';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const outcomes = literals(VisitOutcome);

// Signing in is the booking's check-in; what is kept here is how it ended.
const visit = `
  CREATE TABLE home_visit (
    booking_id uuid PRIMARY KEY REFERENCES booking,
    outcome text NOT NULL CHECK (outcome IN (${outcomes})),
    note text,
    ended_at timestamptz NOT NULL DEFAULT now(),
    ended_by uuid NOT NULL,
    ender_name text NOT NULL,
    CONSTRAINT refused_with_a_reason CHECK (outcome <> 'REFUSED' OR note IS NOT NULL)
  )`;

export class Visits1763800006600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(visit);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_visit');
  }
}
