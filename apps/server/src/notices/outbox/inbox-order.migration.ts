import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids are made in the order of time: an inbox is read along them. */
export class InboxOrder1763800002510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notice_by_resident');
    await runner.query('CREATE INDEX notice_by_resident ON notice (resident_id, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notice_by_resident');
    await runner.query('CREATE INDEX notice_by_resident ON notice (resident_id, at DESC, id DESC)');
  }
}
