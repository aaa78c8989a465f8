import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when one joins a class, and that it was stopped before its end. */
export class SeriesEnd1763800003060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE series ADD COLUMN join_until date, ADD COLUMN closed_at timestamptz, ADD COLUMN close_reason text,
        ADD CONSTRAINT closed_with_reason CHECK ((closed_at IS NULL) = (close_reason IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE series DROP COLUMN join_until, DROP COLUMN closed_at, DROP COLUMN close_reason',
    );
  }
}
