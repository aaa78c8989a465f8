import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person who works here may sign in, and then sees their own visits. */
export class WorkerAccounts1763800003420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resource ADD COLUMN account_id uuid REFERENCES account,
        ADD CONSTRAINT only_people_sign_in CHECK (account_id IS NULL OR kind = 'PERSON')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resource DROP COLUMN account_id');
  }
}
