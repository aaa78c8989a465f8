import type { MigrationInterface, QueryRunner } from 'typeorm';

const order = `
  CREATE TABLE standing_order (
    id uuid PRIMARY KEY,
    beneficiary_id uuid NOT NULL REFERENCES resident,
    service_id uuid NOT NULL REFERENCES service,
    weekdays int[] NOT NULL,
    texture text CHECK (texture IN ('REGULAR', 'SOFT', 'LIQUID')),
    valid_from date NOT NULL,
    valid_to date,
    paused jsonb NOT NULL DEFAULT '[]',
    booker_id uuid NOT NULL,
    booker_name text,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT standing_on_weekdays CHECK (cardinality(weekdays) BETWEEN 1 AND 7 AND weekdays <@ '{1,2,3,4,5,6,7}')
  )`;

// What is said or known of one day. A booking stands for one day of one order.
const day = `
  CREATE TABLE standing_order_day (
    order_id uuid NOT NULL REFERENCES standing_order,
    day date NOT NULL,
    taken_out boolean NOT NULL DEFAULT false,
    service_id uuid REFERENCES service,
    texture text CHECK (texture IN ('REGULAR', 'SOFT', 'LIQUID')),
    booking_id uuid UNIQUE REFERENCES booking,
    refusal text,
    details jsonb,
    PRIMARY KEY (order_id, day),
    CONSTRAINT booked_or_refused CHECK (booking_id IS NULL OR refusal IS NULL),
    CONSTRAINT details_of_a_refusal CHECK (details IS NULL OR refusal IS NOT NULL)
  )`;

const indexes = [
  'CREATE INDEX standing_order_by_beneficiary ON standing_order (beneficiary_id)',
  'CREATE INDEX standing_order_by_service ON standing_order (service_id)',
];

export class StandingOrders1763800005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [order, day, ...indexes]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standing_order_day, standing_order');
  }
}
