import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pairing1763800008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE screen (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        centre_id uuid,
        area_id uuid,
        paired_at timestamptz NOT NULL DEFAULT now(),
        paired_by text NOT NULL,
        last_seen_at timestamptz,
        version text,
        resolution text,
        last_error text,
        revoked_at timestamptz,
        CONSTRAINT screen_stands_somewhere CHECK (num_nonnulls(centre_id, area_id) = 1)
      )`);
    await runner.query(`
      CREATE TABLE pairing (
        secret_hash bytea PRIMARY KEY,
        code text NOT NULL,
        address text NOT NULL,
        resolution text NOT NULL,
        version text NOT NULL,
        expires_at timestamptz NOT NULL,
        screen_id uuid REFERENCES screen,
        CONSTRAINT code_on_one_wall_at_a_time UNIQUE (code)
      )`);
    await runner.query('CREATE INDEX pairing_by_address ON pairing (address)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pairing, screen');
  }
}
