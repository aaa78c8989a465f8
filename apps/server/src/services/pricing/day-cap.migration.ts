import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 每日上限 What one person gets by a rule on one day, at most. */
export class DayCap1763800004020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE subsidy_rule ADD COLUMN day_cap_fen int CHECK (day_cap_fen >= subsidy_fen)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subsidy_rule DROP COLUMN day_cap_fen');
  }
}
