import { standing, ticket, ticketJoins, unmetBound, who } from './sitting.js';

/** The query `OneBooking` of the residents' app: $1 is the hash of the token, $2 the booking. */
export const bookingSql = `
  WITH who AS MATERIALIZED (${who})
  SELECT json_build_object('data', json_build_object('booking', ${ticket}))::text AS json
  FROM who CROSS JOIN ${ticketJoins}
  WHERE booking.id = $2 AND (booking.beneficiary_id = who.id OR EXISTS (
    SELECT FROM carer_grant WHERE elder_id = booking.beneficiary_id AND carer_id = who.id AND revoked_at IS NULL
      AND ends_at > now()))`;

/**
 * Books for oneself: $1 is the hash of the token, $2 the new booking's id, $3 the session. Duplicates, rules, counter,
 * row and event in one statement; whatever stands in the way is answered as SESSION_FULL.
 */
export const bookSql = `
  WITH who AS MATERIALIZED (${who}), earlier AS (
    SELECT id, ticket_number, state FROM booking WHERE id = $2
  ), facts AS (
    SELECT session.id AS session_id, session.centre_id, who.id AS who_id, service.price_fen, service.needs_approval, rule.id AS rule_id,
      rule.name AS rule_name, rule.payer, least(coalesce(rule.subsidy_fen, 0), service.price_fen) AS subsidy_fen,
      CASE WHEN service.meal IS NOT NULL THEN who.texture END AS texture
    FROM who CROSS JOIN session JOIN service ON service.id = session.service_id AND service.active
      ${standing}
    WHERE session.id = $3 AND session.state = 'SCHEDULED' AND now() < session.ends_at
      AND now() >= session.opens_at AND now() < session.closes_at
      AND (${unmetBound}) IS NULL
      AND (session.weekly_quota IS NULL OR week.booked < session.weekly_quota)
      AND overlap.service IS NULL AND clash.allergens IS NULL AND taken.name IS NULL
      AND NOT EXISTS (SELECT FROM booking WHERE session_id = session.id AND beneficiary_id = who.id
        AND state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED'))
  ), place AS (
    UPDATE session_places SET taken = taken + 1, issued = issued + 1
    FROM facts
    WHERE session_places.session_id = facts.session_id AND NOT EXISTS (SELECT FROM earlier) AND open AND taken < capacity
    RETURNING (1000 + (first_ticket + issued - 1) % 9000)::text AS ticket_number
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, texture, full_fen,
                         subsidy_fen, rule_id, rule_name, payer)
    SELECT $2, session_id, who_id, who_id, 'APP', CASE WHEN needs_approval THEN 'REQUESTED' ELSE 'CONFIRMED' END, ticket_number, texture, price_fen, subsidy_fen,
      rule_id, CASE WHEN price_fen > 0 THEN rule_name END, CASE WHEN price_fen > 0 THEN payer END
    FROM place, facts
    RETURNING id, session_id, ticket_number, state
  ), recorded AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', centre_id, jsonb_build_object('bookingId', booked.id, 'sessionId', booked.session_id)
    FROM booked, facts
  )
  SELECT json_build_object('data', json_build_object('book', coalesce(
    (SELECT json_build_object('__typename', 'Booking', 'id', id, 'ticketNumber', ticket_number, 'state', state)
     FROM (SELECT id, ticket_number, state FROM booked UNION ALL TABLE earlier) result),
    json_build_object('__typename', 'Refused', 'code', 'SESSION_FULL'))))::text AS json
  FROM who`;
