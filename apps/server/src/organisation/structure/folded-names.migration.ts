import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search looks at: kept by the database, so that no writer forgets it. */
export class FoldedNames1763800001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE area_version
        ADD COLUMN folded text GENERATED ALWAYS AS (fold_han(name || ' ' || official_name)) STORED`);
    await runner.query(
      'ALTER TABLE organisation_version ADD COLUMN folded text GENERATED ALWAYS AS (fold_han(name)) STORED',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE area_version DROP COLUMN folded');
    await runner.query('ALTER TABLE organisation_version DROP COLUMN folded');
  }
}
