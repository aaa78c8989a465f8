import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Codes1763800000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One code a phone: asking again replaces it. Neither the phone nor the code can be read from here.
    await runner.query(`
      CREATE TABLE sign_in_code (
        phone_index bytea PRIMARY KEY,
        code_hash bytea NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        tries int NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        message bytea NOT NULL
      )`);
    await runner.query('CREATE INDEX outbox_by_time ON outbox (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, sign_in_code');
  }
}
