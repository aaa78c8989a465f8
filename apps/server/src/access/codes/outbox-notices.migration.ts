import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices go to the same page as codes, and do not push them off it. */
export class OutboxNotices1763800000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN is_notice boolean NOT NULL DEFAULT false');
    await runner.query('DROP INDEX outbox_by_time');
    await runner.query('CREATE INDEX outbox_by_time ON outbox (is_notice, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_by_time');
    await runner.query('CREATE INDEX outbox_by_time ON outbox (at)');
    await runner.query('ALTER TABLE outbox DROP COLUMN is_notice');
  }
}
