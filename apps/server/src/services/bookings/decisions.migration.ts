import { AppealDecision } from '@linli/domain/services/bookings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const decisions = literals(AppealDecision);

/** What staff decide about a person's booking: whether it is approved, and whether a no-show was one. */
export class Decisions1763800005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const all = [
      `ALTER TABLE booking ADD COLUMN decided_at timestamptz, ADD COLUMN decided_by uuid, ADD COLUMN decider_name text,
         ADD COLUMN decision_reason text,
         ADD CONSTRAINT declined_with_reason CHECK (state <> 'DECLINED' OR decision_reason IS NOT NULL)`,
      `CREATE INDEX booking_requested ON booking (session_id) WHERE state = 'REQUESTED'`,
      `CREATE INDEX booking_missed ON booking (beneficiary_id) WHERE state = 'NO_SHOW'`,
      `CREATE TABLE no_show_appeal (
         booking_id uuid PRIMARY KEY REFERENCES booking ON DELETE CASCADE,
         reason text NOT NULL,
         made_at timestamptz NOT NULL DEFAULT now(),
         made_by uuid NOT NULL,
         decision text CHECK (decision IN (${decisions})),
         decided_at timestamptz,
         decided_by uuid,
         decider_name text,
         decision_reason text,
         CONSTRAINT decided_by_somebody CHECK (num_nonnulls(decision, decided_at, decided_by, decider_name) IN (0, 4)),
         CONSTRAINT upheld_with_reason CHECK (decision <> 'UPHELD' OR decision_reason IS NOT NULL)
       )`,
      'CREATE INDEX no_show_appeal_open ON no_show_appeal (made_at) WHERE decision IS NULL',
    ];
    for (const sql of all) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE no_show_appeal');
    await runner.query('DROP INDEX booking_requested, booking_missed');
    await runner.query(`
      ALTER TABLE booking DROP COLUMN decided_at, DROP COLUMN decided_by, DROP COLUMN decider_name,
        DROP COLUMN decision_reason`);
  }
}
