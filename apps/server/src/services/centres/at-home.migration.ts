import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 上門服務 A meal that is brought has a way of its own: it is no visit. */
export class AtHome1763800003050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service ADD COLUMN at_home boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT meals_are_no_visits CHECK (NOT (at_home AND meal IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE service DROP COLUMN at_home');
  }
}
