import { standing, unmetBound } from './sitting.js';

/**
 * A night of standing orders of one service in one statement: $1 is nobody's token, $2 the service. Whatever can be booked by now and
 * is wanted is booked, with its event and its day; gives back how many.
 */
export const nightSql = `
  WITH due AS MATERIALIZED (
    SELECT DISTINCT ON (wanted.id, session.day) wanted.id AS order_id, wanted.texture AS wanted_texture, wanted.booker_id,
      wanted.booker_name, wanted.beneficiary_id, session.id AS session_id
    FROM standing_order wanted
      JOIN session ON session.service_id = wanted.service_id AND session.state = 'SCHEDULED' AND session.opens_at <= now()
        AND session.closes_at > now() AND extract(isodow FROM session.day)::int = ANY (wanted.weekdays)
        AND session.day BETWEEN wanted.valid_from AND coalesce(wanted.valid_to, 'infinity')
      LEFT JOIN standing_order_day known ON known.order_id = wanted.id AND known.day = session.day
    WHERE wanted.service_id = $2 AND $1::bytea IS NOT NULL AND known.booking_id IS NULL AND NOT coalesce(known.taken_out, false)
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(wanted.paused) AS pause ("from" date, "to" date)
        WHERE session.day BETWEEN pause."from" AND pause."to")
    ORDER BY wanted.id, session.day, session.starts_at
  ), facts AS MATERIALIZED (
    SELECT gen_random_uuid() AS booking_id, due.*, session.centre_id, session.day, service.price_fen, rule.id AS rule_id, rule.name AS rule_name,
      rule.payer, least(coalesce(rule.subsidy_fen, 0), service.price_fen) AS subsidy_fen,
      coalesce(due.wanted_texture, who.texture) AS texture,
      row_number() OVER (PARTITION BY session.id ORDER BY due.order_id) AS nth
    FROM due
      JOIN session ON session.id = due.session_id
      JOIN service ON service.id = session.service_id AND service.active
      JOIN LATERAL (
        SELECT resident.id, resident.birth_date, resident.texture, resident.allergies, coalesce(home.lineage, '{}') AS lineage
        FROM resident LEFT JOIN area home ON home.id = resident.building_id WHERE resident.id = due.beneficiary_id
      ) who ON true
      ${standing}
    WHERE (${unmetBound}) IS NULL AND (session.weekly_quota IS NULL OR week.booked < session.weekly_quota)
      AND overlap.service IS NULL AND clash.allergens IS NULL AND taken.name IS NULL
      AND NOT EXISTS (SELECT FROM booking WHERE session_id = session.id AND beneficiary_id = who.id
        AND state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED'))
  ), place AS (
    UPDATE session_places SET taken = session_places.taken + wanted, issued = issued + wanted
    FROM (SELECT session_id AS wanted_session, count(*)::int AS wanted FROM facts GROUP BY session_id) wish
    WHERE session_id = wanted_session AND open AND taken + wanted <= capacity
    RETURNING session_id AS place_session, first_ticket + issued - wanted AS before
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number, texture, full_fen,
      subsidy_fen, rule_id, rule_name, payer)
    SELECT booking_id, session_id, beneficiary_id, booker_id, booker_name, 'STANDING_ORDER', 'CONFIRMED',
      (1000 + (before + nth - 1) % 9000)::text, texture, price_fen, subsidy_fen, rule_id,
      CASE WHEN price_fen > 0 THEN rule_name END, CASE WHEN price_fen > 0 THEN payer END
    FROM facts JOIN place ON place_session = session_id
    RETURNING id
  ), told AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', centre_id, jsonb_build_object('bookingId', booking_id, 'sessionId', session_id)
    FROM facts WHERE booking_id IN (SELECT id FROM booked)
  ), days AS (
    INSERT INTO standing_order_day (order_id, day, booking_id)
    SELECT order_id, day, booking_id FROM facts WHERE booking_id IN (SELECT id FROM booked)
    ON CONFLICT (order_id, day) DO UPDATE SET booking_id = excluded.booking_id, refusal = NULL, details = NULL
  )
  SELECT json_build_object('data', json_build_object('booked', (SELECT count(*) FROM booked)))::text AS json`;
