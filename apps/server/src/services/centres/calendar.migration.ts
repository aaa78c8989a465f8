import { statutoryDaysOf } from '@linli/domain/services/centres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The statutory calendar, as data: a year that has no row is unpublished. */
export class Calendar1763800003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE calendar_year (year int PRIMARY KEY)');
    await runner.query(`
      CREATE TABLE calendar_day (
        day date PRIMARY KEY,
        year int NOT NULL REFERENCES calendar_year,
        kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP_WORKDAY')),
        name text NOT NULL,
        CONSTRAINT day_of_its_year CHECK (extract(year FROM day) = year)
      )`);
    for (const year of [2025, 2026]) {
      await runner.query('INSERT INTO calendar_year VALUES ($1)', [year]);
      await runner.query(
        `INSERT INTO calendar_day (day, year, kind, name)
         SELECT day, $1, kind, name FROM jsonb_to_recordset($2) AS days (day date, kind text, name text)`,
        [year, JSON.stringify(statutoryDaysOf(year))],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_day, calendar_year');
  }
}
