import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarFeed1763800005600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whoever reads the table has no address: only the hash of its secret is kept.
    await runner.query(`
      CREATE TABLE calendar_feed (
        id uuid PRIMARY KEY,
        resident_id uuid NOT NULL REFERENCES resident ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        made_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX one_calendar_feed_each ON calendar_feed (resident_id) WHERE revoked_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed');
  }
}
