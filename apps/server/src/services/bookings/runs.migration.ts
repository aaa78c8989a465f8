import { Channel } from '@linli/domain/services/bookings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const channels = literals(Channel);

// `places`: how many dates were taken. Of a class, whoever gives one back may take another date of it instead.
const run = `
  CREATE TABLE booking_run (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES service,
    series_id uuid REFERENCES series,
    beneficiary_id uuid NOT NULL REFERENCES resident,
    booker_id uuid NOT NULL,
    channel text NOT NULL CHECK (channel IN (${channels})),
    from_day date NOT NULL,
    to_day date NOT NULL,
    places int NOT NULL CHECK (places > 0),
    booked_at timestamptz NOT NULL DEFAULT now(),
    left_at timestamptz,
    leave_reason text,
    CONSTRAINT run_goes_forward CHECK (to_day >= from_day),
    CONSTRAINT left_with_reason CHECK ((left_at IS NULL) = (leave_reason IS NULL))
  )`;

/** One person's bookings of one act: all dates of a class, or every day of a range. */
export class Runs1763800005070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(run);
    await runner.query('CREATE INDEX booking_run_by_beneficiary ON booking_run (beneficiary_id, service_id)');
    await runner.query(
      'CREATE INDEX booking_run_by_series ON booking_run (series_id) WHERE series_id IS NOT NULL',
    );
    await runner.query('ALTER TABLE booking ADD COLUMN run_id uuid REFERENCES booking_run');
    await runner.query('CREATE INDEX booking_by_run ON booking (run_id) WHERE run_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking DROP COLUMN run_id');
    await runner.query('DROP TABLE booking_run');
  }
}
