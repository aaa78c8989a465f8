import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pricing1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Days are inclusive. A rule is never changed, only ended: what was charged by it is still explained by it.
    await runner.query(`
      CREATE TABLE subsidy_rule (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        payer text NOT NULL,
        min_age int CHECK (min_age >= 0),
        max_age int CHECK (max_age >= min_age),
        care_need text CHECK (care_need IN ('OLD_AGE', 'LIVING_ALONE', 'EMPTY_NEST', 'DISABLED_PARTLY',
          'DISABLED_FULLY', 'HANDICAP', 'LOW_INCOME', 'EXTREME_POVERTY', 'LOW_INCOME_MARGIN')),
        area_id uuid REFERENCES area,
        subsidy_fen int NOT NULL CHECK (subsidy_fen > 0),
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT subsidy_ends_after_it_begins CHECK (valid_to >= valid_from)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE subsidy_rule');
  }
}
