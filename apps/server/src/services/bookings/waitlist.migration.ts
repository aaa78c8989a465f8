import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

/** The counters by the bookings themselves, those who wait among them; and no place is free while somebody waits for it. */
const drift = `
  CREATE VIEW booking_drift AS
  SELECT places.session_id, taken, checked_in, waiting, held, arrived, in_line
  FROM session_places places JOIN session ON session.id = places.session_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE booking.state IN (${literals(statesHoldingAPlace)}))::int AS held,
        count(*) FILTER (WHERE checked_in_at IS NOT NULL)::int AS arrived,
        count(*) FILTER (WHERE booking.state = 'WAITLISTED')::int AS in_line
      FROM booking WHERE booking.session_id = places.session_id
    ) counted ON true
  WHERE taken <> held OR checked_in <> arrived OR waiting <> in_line
    OR (waiting > 0 AND taken < places.capacity AND open AND session.closes_at > now())`;

const driftBefore = `
  CREATE VIEW booking_drift AS
  SELECT session_id, taken, checked_in, held, arrived
  FROM session_places LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN (${literals(statesHoldingAPlace)}))::int AS held,
      count(*) FILTER (WHERE checked_in_at IS NOT NULL)::int AS arrived
    FROM booking WHERE booking.session_id = session_places.session_id
  ) counted ON true
  WHERE taken <> held OR checked_in <> arrived`;

/** Numbers in the line come from the session's own counter, under its lock: they are in the order in which people came. */
export class Waitlist1763800005010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const all = [
      `ALTER TABLE session_places ADD COLUMN waiting int NOT NULL DEFAULT 0 CHECK (waiting >= 0),
         ADD COLUMN queued int NOT NULL DEFAULT 0`,
      `ALTER TABLE booking ADD COLUMN queue_number int, ADD COLUMN offered_at timestamptz,
         ADD COLUMN held_until timestamptz,
         ADD CONSTRAINT who_waits_stands_in_line CHECK (state <> 'WAITLISTED' OR queue_number IS NOT NULL),
         ADD CONSTRAINT an_offer_has_an_end CHECK (state <> 'OFFERED' OR held_until IS NOT NULL)`,
      `CREATE UNIQUE INDEX booking_in_line ON booking (session_id, queue_number) WHERE state = 'WAITLISTED'`,
      `CREATE INDEX booking_on_offer ON booking (held_until) WHERE state = 'OFFERED'`,
      `CREATE INDEX session_places_waited_for ON session_places (session_id) WHERE waiting > 0`,
      'DROP VIEW booking_drift',
      drift,
    ];
    for (const sql of all) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    const all = [
      'DROP VIEW booking_drift',
      driftBefore,
      'DROP INDEX booking_in_line, booking_on_offer, session_places_waited_for',
      'ALTER TABLE booking DROP COLUMN queue_number, DROP COLUMN offered_at, DROP COLUMN held_until',
      'ALTER TABLE session_places DROP COLUMN waiting, DROP COLUMN queued',
    ];
    for (const sql of all) await runner.query(sql);
  }
}
