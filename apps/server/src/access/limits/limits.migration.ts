import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Limits1763800000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The key is an HMAC: addresses and phones are personal data too.
    await runner.query(`
      CREATE TABLE try_count (
        name text NOT NULL,
        key bytea NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL,
        tries int NOT NULL DEFAULT 1,
        PRIMARY KEY (name, key)
      )`);
    await runner.query('CREATE INDEX try_count_by_end ON try_count (ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE try_count');
  }
}
