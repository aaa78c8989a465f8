import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const holding = literals(statesHoldingAPlace);

const tables = `
  CREATE TABLE meal_freeze (
    session_id uuid PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    cut_off timestamptz NOT NULL,
    frozen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT not_before_the_cut_off CHECK (frozen_at >= cut_off)
  );
  CREATE TABLE meal_freeze_row (
    session_id uuid NOT NULL REFERENCES meal_freeze ON DELETE CASCADE,
    booking_id uuid NOT NULL REFERENCES booking,
    beneficiary_id uuid NOT NULL REFERENCES resident,
    ticket_number text NOT NULL,
    texture text NOT NULL,
    allergies text[] NOT NULL,
    overridden boolean NOT NULL,
    clashes text[] NOT NULL,
    PRIMARY KEY (session_id, booking_id)
  );
  CREATE TABLE meal_slip (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES meal_freeze ON DELETE CASCADE,
    booking_id uuid NOT NULL REFERENCES booking,
    beneficiary_id uuid NOT NULL REFERENCES resident,
    ticket_number text NOT NULL,
    texture text NOT NULL,
    allergies text[] NOT NULL,
    overridden boolean NOT NULL,
    clashes text[] NOT NULL,
    change smallint NOT NULL CHECK (change IN (1, -1)),
    at timestamptz NOT NULL,
    by_name text NOT NULL,
    reason text
  );
  CREATE INDEX meal_slip_by_session ON meal_slip (session_id, id)`;

// A sheet that was frozen stays as it was; what comes later is a slip, and a slip stays too.
const written = `
  CREATE FUNCTION frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a frozen sheet is never changed' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER frozen_stays BEFORE UPDATE ON meal_freeze FOR EACH ROW EXECUTE FUNCTION frozen_stays();
  CREATE TRIGGER frozen_stays BEFORE UPDATE ON meal_freeze_row FOR EACH ROW EXECUTE FUNCTION frozen_stays();
  CREATE TRIGGER frozen_stays BEFORE UPDATE ON meal_slip FOR EACH ROW EXECUTE FUNCTION frozen_stays()`;

/** The dishes of a session's meal that somebody must not get: the domain's `clashesWith` over the menu. */
const clashing = `
  CREATE FUNCTION clashing_dishes(eaten uuid, texture text, allergies text[]) RETURNS text[] LANGUAGE sql STABLE
  RETURN ARRAY(
    SELECT dish ->> 'name'
    FROM session
      JOIN service ON service.id = session.service_id
      JOIN menu ON menu.centre_id = session.centre_id AND menu.day = session.day AND menu.meal = service.meal,
      jsonb_array_elements(menu.dishes) WITH ORDINALITY AS listed(dish, nth)
    WHERE session.id = eaten AND jsonb_exists_any(dish -> 'allergens', allergies)
      AND (jsonb_array_length(dish -> 'textures') = 0 OR jsonb_exists(dish -> 'textures', texture))
    ORDER BY nth)`;

// Bookings know nothing of sheets: what changes in an order is carried over here, in the same transaction. Whoever
// changes one holds its session's places, and so does the freeze: neither misses the other.
const slips = `
  CREATE FUNCTION write_slip(told booking, eats text, avoids text[], change int, who text, why text) RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    INSERT INTO meal_slip (session_id, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden,
                           clashes, change, at, by_name, reason)
    SELECT session_id, told.id, told.beneficiary_id, told.ticket_number, coalesce(told.texture, eats), avoids,
      told.allergy_overridden, clashing_dishes(session_id, coalesce(told.texture, eats), avoids),
      change, clock_timestamp(), who, why
    FROM meal_freeze WHERE session_id = told.session_id;
  END;

  CREATE FUNCTION slips_follow_booking() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    person record;
    who text;
  BEGIN
    IF NOT EXISTS (SELECT FROM meal_freeze WHERE session_id = NEW.session_id
                   OR (TG_OP = 'UPDATE' AND session_id = OLD.session_id)) THEN
      RETURN NULL;
    END IF;
    SELECT texture, allergies, left(name, 1) || '*' AS masked INTO person FROM resident WHERE id = NEW.beneficiary_id;
    who := coalesce(nullif(current_setting('linli.by', true), ''), CASE
      WHEN NEW.state <> 'CANCELLED' THEN coalesce(NEW.booker_name, person.masked)
      WHEN NEW.cancelled_by IS NULL THEN coalesce(NEW.canceller_name, '')
      ELSE coalesce(NEW.canceller_name, person.masked) END);
    IF TG_OP = 'UPDATE' AND OLD.state IN (${holding}) THEN
      PERFORM write_slip(OLD, person.texture, person.allergies, -1, who, NEW.cancel_reason);
    END IF;
    IF NEW.state IN (${holding}) THEN
      PERFORM write_slip(NEW, person.texture, person.allergies, 1, who, NULL);
    END IF;
    RETURN NULL;
  END $$;

  CREATE TRIGGER slips_follow_new_booking AFTER INSERT ON booking FOR EACH ROW
  WHEN (NEW.state IN (${holding})) EXECUTE FUNCTION slips_follow_booking();

  CREATE TRIGGER slips_follow_booking AFTER UPDATE OF state, session_id, texture, allergy_overridden ON booking
  FOR EACH ROW
  WHEN ((OLD.state IN (${holding})) <> (NEW.state IN (${holding})) OR OLD.session_id <> NEW.session_id
    OR OLD.texture IS DISTINCT FROM NEW.texture OR OLD.allergy_overridden <> NEW.allergy_overridden)
  EXECUTE FUNCTION slips_follow_booking()`;

// Somebody turns out to be allergic, or to need soft food, when the meal is frozen already.
const needs = `
  CREATE FUNCTION slips_follow_needs() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    told booking;
    who text := coalesce(current_setting('linli.by', true), '');
  BEGIN
    FOR told IN
      SELECT booking.* FROM booking JOIN session ON session.id = booking.session_id
      WHERE booking.beneficiary_id = NEW.id AND booking.state IN (${holding}) AND session.ends_at > now()
        AND EXISTS (SELECT FROM meal_freeze WHERE session_id = booking.session_id)
    LOOP
      PERFORM write_slip(told, OLD.texture, OLD.allergies, -1, who, NULL);
      PERFORM write_slip(told, NEW.texture, NEW.allergies, 1, who, NULL);
    END LOOP;
    RETURN NULL;
  END $$;

  CREATE TRIGGER slips_follow_needs AFTER UPDATE OF allergies, texture ON resident FOR EACH ROW
  WHEN (OLD.allergies <> NEW.allergies OR OLD.texture <> NEW.texture) EXECUTE FUNCTION slips_follow_needs()`;

/**
 * Frozen + slips = orders now, line by line: for `doctor`, and for tests; it must be empty. Of a meal that is over only
 * who had one counts: people's needs go on changing.
 */
const drift = `
  CREATE VIEW meal_drift AS
  WITH lines AS (
    SELECT session_id, booking_id, texture, allergies, overridden, 1 AS portions FROM meal_freeze_row
    UNION ALL
    SELECT session_id, booking_id, texture, allergies, overridden, change FROM meal_slip
    UNION ALL
    SELECT booking.session_id, booking.id, coalesce(booking.texture, resident.texture), resident.allergies,
      booking.allergy_overridden, -1
    FROM meal_freeze
      JOIN booking ON booking.session_id = meal_freeze.session_id AND booking.state IN (${holding})
      JOIN resident ON resident.id = booking.beneficiary_id
  ), told AS (
    SELECT session_id, booking_id, portions,
      CASE WHEN ends_at > now() THEN (lines.texture, lines.allergies, lines.overridden)::text END AS needs
    FROM lines JOIN session ON session.id = session_id
  )
  SELECT session_id, booking_id, needs, sum(portions)::int AS portions
  FROM told GROUP BY session_id, booking_id, needs HAVING sum(portions) <> 0`;

export class Meals1763800006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [tables, written, clashing, slips, needs, drift]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW meal_drift');
    await runner.query(
      'DROP FUNCTION slips_follow_needs, slips_follow_booking, write_slip, clashing_dishes CASCADE',
    );
    await runner.query('DROP TABLE meal_slip, meal_freeze_row, meal_freeze');
    await runner.query('DROP FUNCTION frozen_stays');
  }
}
