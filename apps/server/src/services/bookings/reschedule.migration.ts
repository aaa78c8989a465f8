import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a booking was before it was moved: a chain, each link followed by one at most. */
export class Reschedule1763800005030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking ADD COLUMN rescheduled_from uuid REFERENCES booking
        CONSTRAINT moved_to_another CHECK (rescheduled_from <> id)`);
    await runner.query(`
      CREATE UNIQUE INDEX booking_moved_once ON booking (rescheduled_from) WHERE rescheduled_from IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking DROP COLUMN rescheduled_from');
  }
}
