import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody decides about each wish, and what happens to those who do not come: nothing where it serves meals. */
export class BookingPolicy1763800003020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service
        ADD COLUMN needs_approval boolean NOT NULL DEFAULT false,
        ADD COLUMN no_show_limit int DEFAULT 3 CHECK (no_show_limit > 0),
        ADD COLUMN no_show_days int NOT NULL DEFAULT 90 CHECK (no_show_days > 0),
        ADD COLUMN counter_only_days int NOT NULL DEFAULT 30 CHECK (counter_only_days > 0),
        ADD COLUMN no_show_exempt text[] NOT NULL DEFAULT '{DISABLED_FULLY}'`);
    await runner.query(`UPDATE service SET no_show_limit = NULL WHERE category = 'MEAL'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service DROP COLUMN needs_approval, DROP COLUMN no_show_limit, DROP COLUMN no_show_days,
        DROP COLUMN counter_only_days, DROP COLUMN no_show_exempt`);
  }
}
