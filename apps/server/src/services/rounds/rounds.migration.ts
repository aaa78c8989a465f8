import { DeliveryOutcome, HandedTo, RoundState } from '@linli/domain/services/rounds';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

// Counts the arrangements of a session: who changes one says which one they saw.
const plan = `
  CREATE TABLE delivery_plan (
    session_id uuid PRIMARY KEY REFERENCES session,
    version int NOT NULL DEFAULT 0
  )`;

const round = `
  CREATE TABLE delivery_round (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES session,
    number int NOT NULL CHECK (number > 0),
    carrier_id uuid REFERENCES account,
    state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN (${literals(RoundState)})),
    started_at timestamptz,
    starter_name text,
    ended_at timestamptz,
    ender_name text,
    CONSTRAINT round_once UNIQUE (session_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT round_left_when_out CHECK ((state = 'PLANNED') = (started_at IS NULL)),
    CONSTRAINT round_ended_when_back CHECK ((state = 'BACK') = (ended_at IS NOT NULL)),
    CONSTRAINT round_out_has_a_carrier CHECK (state = 'PLANNED' OR carrier_id IS NOT NULL)
  )`;

const stop = `
  CREATE TABLE delivery_stop (
    booking_id uuid PRIMARY KEY REFERENCES booking,
    round_id uuid NOT NULL REFERENCES delivery_round,
    position int NOT NULL CHECK (position > 0),
    CONSTRAINT stop_once UNIQUE (round_id, position) DEFERRABLE INITIALLY DEFERRED
  )`;

// Every tap at a door is kept; the one that counts stands.
const mark = `
  CREATE TABLE delivery_mark (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES delivery_stop,
    outcome text NOT NULL CHECK (outcome IN (${literals(DeliveryOutcome)})),
    handed_to text CHECK (handed_to IN (${literals(HandedTo)})),
    note text,
    at timestamptz NOT NULL,
    said_at timestamptz NOT NULL,
    corrected boolean NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    by uuid NOT NULL,
    by_name text NOT NULL,
    stands boolean NOT NULL DEFAULT false
  )`;

const indexes = [
  'CREATE INDEX delivery_round_by_session ON delivery_round (session_id)',
  'CREATE INDEX delivery_mark_by_booking ON delivery_mark (booking_id)',
  'CREATE UNIQUE INDEX one_mark_stands ON delivery_mark (booking_id) WHERE stands',
];

export class Rounds1763800006500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [plan, round, stop, mark, ...indexes]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_mark, delivery_stop, delivery_round, delivery_plan');
  }
}
