import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person has a place of and has not been to yet: few, and looked at with every wish. */
export class ToCome1763800005040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX booking_to_come ON booking (beneficiary_id)
      WHERE state IN ('REQUESTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_to_come');
  }
}
