import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1763800002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The phone itself is nowhere in the clear: a cipher to read it, a keyed index to find it, four digits to tell it.
    await runner.query(`
      CREATE TABLE resident (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        birth_date date NOT NULL,
        building_id uuid NOT NULL REFERENCES area,
        household_id uuid,
        allergies text[] NOT NULL DEFAULT '{}',
        texture text NOT NULL DEFAULT 'REGULAR' CHECK (texture IN ('REGULAR', 'SOFT', 'LIQUID')),
        phone_cipher bytea,
        phone_index bytea,
        phone_masked text,
        language text NOT NULL DEFAULT 'zh-Hans',
        elder_mode boolean NOT NULL DEFAULT false,
        registered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT phone_once UNIQUE (phone_index),
        CONSTRAINT phone_whole_or_not CHECK (num_nonnulls(phone_cipher, phone_index, phone_masked) IN (0, 3))
      )`);
    await runner.query('CREATE INDEX resident_by_building ON resident (building_id)');
    await runner.query('CREATE INDEX resident_by_household ON resident (household_id)');
    await runner.query(`CREATE INDEX resident_by_last_digits ON resident (right(phone_masked, 4))`);
    await runner.query(`
      CREATE TABLE care_need (
        resident_id uuid NOT NULL REFERENCES resident ON DELETE CASCADE,
        need text NOT NULL CHECK (need IN ('OLD_AGE', 'LIVING_ALONE', 'EMPTY_NEST', 'DISABLED_PARTLY',
          'DISABLED_FULLY', 'HANDICAP', 'LOW_INCOME', 'EXTREME_POVERTY', 'LOW_INCOME_MARGIN')),
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (resident_id, need, valid_from),
        CONSTRAINT care_need_ends_after_it_begins CHECK (valid_to >= valid_from)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care_need, resident');
  }
}
