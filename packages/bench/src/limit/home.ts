import { cost, moment, sitting, standing, ticket, ticketJoins, unmetBound, who } from './sitting.js';

// In the order of the rules that the house has: what nothing can change first.
export const refusal = `
  CASE WHEN session.state = 'CANCELLED' THEN 'SESSION_CANCELLED'
    WHEN now() >= session.ends_at THEN 'SESSION_OVER'
    WHEN mine.id IS NOT NULL THEN 'ALREADY_BOOKED'
    WHEN unmet.bound IS NOT NULL THEN 'NOT_ELIGIBLE'
    WHEN service.needs_assessment AND assessed.until IS NULL THEN 'ASSESSMENT_MISSING'
    WHEN service.needs_assessment AND assessed.until < session.day THEN 'ASSESSMENT_EXPIRED'
    WHEN visit.lacks IS NOT NULL THEN visit.lacks
    WHEN now() < session.opens_at THEN 'NOT_OPEN_YET'
    WHEN now() >= session.closes_at THEN 'PAST_CUT_OFF'
    WHEN week.booked >= session.weekly_quota THEN 'QUOTA_REACHED'
    WHEN overlap.service IS NOT NULL THEN 'OVERLAPS'
    WHEN clash.allergens <> '{}' THEN 'ALLERGY_CLASH'
    WHEN taken.name IS NOT NULL THEN 'RESOURCE_TAKEN'
    WHEN class.name IS NOT NULL THEN 'WHOLE_SERIES'
    WHEN session.taken >= session.capacity THEN 'SESSION_FULL' END`;

const details = `
  CASE refused.code
    WHEN 'NOT_ELIGIBLE' THEN jsonb_strip_nulls(jsonb_build_object('bound', unmet.bound, 'minAge', service.min_age,
      'careNeeds', CASE WHEN service.care_needs <> '{}' THEN array_to_string(service.care_needs, ' ') END))
    WHEN 'ASSESSMENT_EXPIRED' THEN jsonb_build_object('until', assessed.until)
    WHEN 'WHOLE_SERIES' THEN jsonb_build_object('series', class.name)
    WHEN 'NOT_OPEN_YET' THEN jsonb_build_object('opensAt', ${moment('session.opens_at')})
    WHEN 'PAST_CUT_OFF' THEN jsonb_build_object('closesAt', ${moment('session.closes_at')},
      'walkInPlaces', CASE WHEN session.walk_in THEN session.capacity - session.taken ELSE 0 END)
    WHEN 'QUOTA_REACHED' THEN jsonb_build_object('period', 'WEEK', 'weeklyQuota', session.weekly_quota, 'bookedThisWeek', week.booked)
    WHEN 'OVERLAPS' THEN
      jsonb_build_object('service', overlap.service, 'startsAt', ${moment('overlap.starts_at')})
    WHEN 'RESOURCE_TAKEN' THEN jsonb_build_object('resource', taken.name, 'until', ${moment('taken.until')})
    WHEN 'ALLERGY_CLASH' THEN jsonb_build_object('allergens', array_to_string(clash.allergens, ' '),
      'dishes', array_to_string(clash.dishes, '、'))
    WHEN 'SESSION_FULL' THEN jsonb_build_object('capacity', session.capacity)
    ELSE '{}'::jsonb END`;

const subsidy = 'least(coalesce(rule.subsidy_fen, 0), service.price_fen)';
const whenPaid = (column: string): string => `CASE WHEN service.price_fen > 0 THEN rule.${column} END`;

const lunch = (day: string): string => `(
  SELECT CASE WHEN count(line.id) > 0 OR menu.id IS NOT NULL THEN json_build_object(
    'day', ${day}, 'meal', 'LUNCH',
    'capacity', coalesce(sum(line.capacity) FILTER (WHERE line.state = 'SCHEDULED'), 0),
    'placesLeft', coalesce(sum(line.places_left) FILTER (WHERE line.state = 'SCHEDULED'), 0),
    'menu', CASE WHEN menu.id IS NOT NULL THEN
      json_build_object('id', menu.id, 'note', menu.note, 'dishes', menu.dishes) END,
    'ways', coalesce(json_agg(line.json
      ORDER BY array_position(ARRAY['DINE_IN', 'PICK_UP', 'DELIVERY'], line.way), line.nth)
      FILTER (WHERE line.id IS NOT NULL), '[]'::json)) END
  FROM (SELECT) one
    LEFT JOIN menu ON menu.centre_id = place.id AND menu.day = ${day} AND menu.meal = 'LUNCH'
    LEFT JOIN line ON line.day = ${day} AND line.meal = 'LUNCH'
  GROUP BY menu.id)`;

const centre = `json_build_object('id', place.id, 'name', place.name, 'address', place.address, 'phone', place.phone,
  'area', json_build_object('id', place.area_id, 'name', place.area_name))`;

const person = `json_build_object('id', who.id, 'name', who.name,
  'age', extract(year FROM age(who.today, who.birth_date))::int, 'isMe', true, 'texture', who.texture,
  'allergies', who.allergies)`;

/** The query `Home` of the residents' app, for themselves: $1 is the hash of the token. */
export const homeSql = `
  WITH who AS MATERIALIZED (${who}), place AS MATERIALIZED (
    SELECT centre.id, centre.name, centre.address, centre.phone, served.id AS area_id, served.name AS area_name
    FROM who CROSS JOIN centre LEFT JOIN area served ON served.id = centre.area_id
    ORDER BY centre.area_id = ANY (who.lineage) DESC,
      EXISTS (SELECT FROM service WHERE centre_id = centre.id AND meal IS NOT NULL AND active) DESC,
      (SELECT count(*) FROM unnest(served.lineage) step WHERE step = ANY (who.lineage)) DESC, centre.id
    LIMIT 1
  ), page AS MATERIALIZED (
    SELECT session.*, places.taken, is_on,
      row_number() OVER (PARTITION BY is_on ORDER BY session.starts_at, service.name, session.id) AS nth
    FROM who, place
      JOIN session ON session.centre_id = place.id
      JOIN service ON service.id = session.service_id AND service.active
      JOIN session_places places ON places.session_id = session.id
      CROSS JOIN LATERAL (
        SELECT service.category <> 'MEAL' AND session.state = 'SCHEDULED' AND session.ends_at > now() AS is_on
      ) activity
    WHERE session.day BETWEEN who.today AND who.today + 6 AND NOT session.withdrawn
      AND (is_on OR (service.meal = 'LUNCH' AND session.day <= who.today + 1))
  ), line AS MATERIALIZED (
    SELECT session.id, session.day, session.state, session.capacity, session.is_on, session.nth, service.meal,
      service.way, session.capacity - session.taken AS places_left,
      json_build_object('placesLeft', session.capacity - session.taken, 'refusal', refused.code,
        'refusalDetails', ${details}, 'bookingId', mine.id, 'allergens', coalesce(clash.allergens, '{}'),
        'price', ${cost('service.price_fen', subsidy, whenPaid('name'), whenPaid('payer'))},
        'session', ${sitting('session', 'service', 'session.taken')}) AS json
    FROM who CROSS JOIN page session JOIN service ON service.id = session.service_id
      ${standing}
      LEFT JOIN booking mine ON mine.session_id = session.id AND mine.beneficiary_id = who.id
        AND mine.state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED')
      CROSS JOIN LATERAL (SELECT ${unmetBound} AS bound) unmet
      CROSS JOIN LATERAL (SELECT ${refusal} AS code) refused
    WHERE NOT session.is_on OR session.nth <= 6
  ), coming AS MATERIALIZED (
    SELECT count(*) OVER ()::int AS count, ${ticket} AS json
    FROM who CROSS JOIN ${ticketJoins}
    WHERE booking.beneficiary_id = who.id AND session.ends_at > now()
      AND booking.state IN ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN')
    ORDER BY booking.state IN ('REQUESTED', 'WAITLISTED'), booking.state = 'CHECKED_IN', session.starts_at, booking.id
    LIMIT 1
  )
  SELECT json_build_object('data', json_build_object('home', json_build_object(
    'centre', ${centre}, 'beneficiary', ${person},
    'nextBooking', (SELECT json FROM coming), 'comingBookings', coalesce((SELECT count FROM coming), 0),
    'lunchToday', ${lunch('who.today')}, 'lunchTomorrow', ${lunch('who.today + 1')},
    'activities', coalesce((SELECT json_agg(json ORDER BY nth) FROM line WHERE is_on), '[]'::json),
    'activityCount', (SELECT count(*) FROM page WHERE is_on))))::text AS json
  FROM who CROSS JOIN place`;
