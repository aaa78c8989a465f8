import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often in a month, how long a person rests before and after, and how long the room does. */
export class QuotaAndRest1763800003030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service
        ADD COLUMN monthly_quota int CHECK (monthly_quota > 0),
        ADD COLUMN rest_before_minutes int NOT NULL DEFAULT 0 CHECK (rest_before_minutes >= 0),
        ADD COLUMN rest_after_minutes int NOT NULL DEFAULT 0 CHECK (rest_after_minutes >= 0),
        ADD COLUMN turnaround_minutes int NOT NULL DEFAULT 0 CHECK (turnaround_minutes >= 0)`);
    await runner.query('ALTER TABLE session ADD COLUMN monthly_quota int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN monthly_quota');
    await runner.query(`
      ALTER TABLE service DROP COLUMN monthly_quota, DROP COLUMN rest_before_minutes, DROP COLUMN rest_after_minutes,
        DROP COLUMN turnaround_minutes`);
  }
}
