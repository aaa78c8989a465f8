import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 特殊情況 Why an approval may take six months: null is three. */
export class ProlongedApproval1763800002352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE becoming_dossier ADD COLUMN prolonged_because text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE becoming_dossier DROP COLUMN prolonged_because');
  }
}
