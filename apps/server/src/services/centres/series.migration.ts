import { BookedAs } from '@linli/domain/services/centres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const ways = literals(BookedAs);

// The centre stands here too, as it does in `session`.
const series = `
  CREATE TABLE series (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    name text NOT NULL,
    weekdays int[] NOT NULL CHECK (cardinality(weekdays) > 0),
    starts text NOT NULL,
    ends text NOT NULL,
    capacity int NOT NULL CHECK (capacity > 0),
    from_day date NOT NULL,
    times int NOT NULL CHECK (times > 1),
    CONSTRAINT series_of_its_centre FOREIGN KEY (service_id, centre_id) REFERENCES service (id, centre_id)
  )`;

/** Classes whose dates belong together, services whose places are for a range of days, and who needs an assessment. */
export class Series1763800003040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service
        ADD COLUMN booked_as text NOT NULL DEFAULT 'SESSION' CHECK (booked_as IN (${ways})),
        ADD COLUMN needs_assessment boolean NOT NULL DEFAULT false`);
    await runner.query(series);
    await runner.query('CREATE INDEX series_by_service ON series (service_id)');
    await runner.query('ALTER TABLE session ADD COLUMN series_id uuid REFERENCES series');
    await runner.query('CREATE INDEX session_by_series ON session (series_id) WHERE series_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN series_id');
    await runner.query('DROP TABLE series');
    await runner.query('ALTER TABLE service DROP COLUMN booked_as, DROP COLUMN needs_assessment');
  }
}
