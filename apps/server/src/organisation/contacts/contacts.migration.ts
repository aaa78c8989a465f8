import { ContactRelation } from '@linli/domain/organisation/contacts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contacts1763800002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // People who are in no register here: their name and number are closed, and opened for a welfare check alone.
    await runner.query(`
      CREATE TABLE emergency_contact (
        resident_id uuid NOT NULL REFERENCES resident ON DELETE CASCADE,
        rank int NOT NULL CHECK (rank BETWEEN 1 AND 3),
        name_cipher bytea NOT NULL,
        name_masked text NOT NULL,
        relation text NOT NULL CHECK (relation IN ('${Object.values(ContactRelation).join("', '")}')),
        phone_cipher bytea NOT NULL,
        phone_masked text NOT NULL,
        PRIMARY KEY (resident_id, rank)
      )`);
    await runner.query(`
      CREATE TABLE home_door (
        resident_id uuid PRIMARY KEY REFERENCES resident ON DELETE CASCADE,
        cipher bytea NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_door, emergency_contact');
  }
}
