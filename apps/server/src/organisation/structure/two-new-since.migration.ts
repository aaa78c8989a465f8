import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a unit is covered as it is: null is before records. Without it a past day could only show today's cover. */
export class TwoNewSince1763800001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE two_new_unit
        ADD COLUMN covered_from date,
        ADD CONSTRAINT covered_while_in_business CHECK (covered_from >= valid_from),
        ADD CONSTRAINT only_a_cover_begins CHECK (covered_from IS NULL OR cover <> 'NONE')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE two_new_unit DROP COLUMN covered_from');
  }
}
