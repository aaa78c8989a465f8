import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One that is read masked can be kept, or moved up, without being typed again. */
export class ContactIds1763800002210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Those that are there get one in the shape in which clients make them: version 7.
    await runner.query(`
      ALTER TABLE emergency_contact ADD COLUMN id uuid;
      UPDATE emergency_contact SET id = overlay(gen_random_uuid()::text PLACING '7' FROM 15)::uuid;
      ALTER TABLE emergency_contact ALTER COLUMN id SET NOT NULL, ADD UNIQUE (resident_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE emergency_contact DROP COLUMN id');
  }
}
