import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search looks at: kept by the database, so that no writer forgets it. */
export class FoldedNames1763800002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE resident ADD COLUMN folded text GENERATED ALWAYS AS (fold_han(name)) STORED',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resident DROP COLUMN folded');
  }
}
