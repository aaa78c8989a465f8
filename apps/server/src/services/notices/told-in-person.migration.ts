import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom no message reached, somebody tells: who did, and when. */
export class ToldInPerson1763800005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_delivery
        ADD COLUMN told_at timestamptz,
        ADD COLUMN told_by uuid,
        ADD COLUMN teller_name text,
        ADD CONSTRAINT told_by_somebody CHECK (num_nonnulls(told_at, told_by, teller_name) IN (0, 3)),
        ADD CONSTRAINT only_what_failed_is_told CHECK (told_at IS NULL OR state = 'FAILED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_delivery DROP COLUMN told_at, DROP COLUMN told_by, DROP COLUMN teller_name`);
  }
}
