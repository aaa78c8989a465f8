import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken stays on record: a resource goes out of use, and is never deleted. */
export class RetiredResources1763800003410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resource ADD COLUMN retired_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resource DROP COLUMN retired_at');
  }
}
