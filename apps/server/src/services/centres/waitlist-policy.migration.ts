import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether one may wait for a place of a service, and for how long a freed one is held. */
export class WaitlistPolicy1763800003010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service
        ADD COLUMN waitlist boolean NOT NULL DEFAULT false,
        ADD COLUMN hold_minutes int NOT NULL DEFAULT 60 CHECK (hold_minutes > 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE service DROP COLUMN waitlist, DROP COLUMN hold_minutes');
  }
}
