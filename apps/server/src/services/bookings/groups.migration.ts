import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was booked together, in one act. */
export class Groups1763800005060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking ADD COLUMN group_id uuid');
    await runner.query('CREATE INDEX booking_by_group ON booking (group_id) WHERE group_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking DROP COLUMN group_id');
  }
}
