/** A moment as the API prints it. */
export const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Whoever calls by the cookie's token, with where they live; nobody when the session is over. */
export const who = `
  SELECT resident.id, resident.name, resident.birth_date, resident.texture, resident.allergies,
    coalesce(home.lineage, '{}') AS lineage, (now() AT TIME ZONE 'Asia/Shanghai')::date AS today
  FROM sign_in
    JOIN resident ON resident.id = sign_in.person_id
    LEFT JOIN area home ON home.id = resident.building_id
  WHERE sign_in.token_hash = $1 AND sign_in.face = 'RESIDENT' AND sign_in.ends_at > now()`;

/** The fragment `Sitting` over a row of sessions and one of services. */
export const sitting = (session: string, service: string, taken: string): string => `json_build_object(
  'id', ${session}.id, 'centreId', ${session}.centre_id, 'title', ${service}.name, 'place', ${service}.place,
  'day', ${session}.day, 'startsAt', ${moment(`${session}.starts_at`)}, 'endsAt', ${moment(`${session}.ends_at`)},
  'opensAt', ${moment(`${session}.opens_at`)}, 'closesAt', ${moment(`${session}.closes_at`)},
  'cancelUntil', ${moment(`${session}.cancel_until`)}, 'state', ${session}.state,
  'cancelReason', ${session}.cancel_reason, 'capacity', ${session}.capacity,
  'placesLeft', ${session}.capacity - ${taken},
  'service', json_build_object('id', ${service}.id, 'name', ${service}.name, 'category', ${service}.category,
    'meal', ${service}.meal, 'way', ${service}.way))`;

/** The fragment `Cost` over expressions. */
export const cost = (full: string, subsidy: string, ruleName: string, payer: string): string =>
  `json_build_object('fullFen', ${full}, 'subsidyFen', ${subsidy}, 'payFen', ${full} - ${subsidy},
    'ruleName', ${ruleName}, 'payer', ${payer})`;

/** The fragment `Ticket` of a booking with its session, service, counters and beneficiary, for a resident's own eyes. */
export const ticket = `json_build_object(
  'id', booking.id, 'ticketNumber', booking.ticket_number, 'state', booking.state, 'channel', booking.channel,
  'texture', booking.texture, 'bookedByStaff', booking.channel IN ('COUNTER', 'PHONE'),
  'bookedAt', ${moment('booking.booked_at')}, 'checkedInAt', ${moment('booking.checked_in_at')},
  'cancelledAt', ${moment('booking.cancelled_at')}, 'cancelReason', booking.cancel_reason,
  'viewerCan', CASE WHEN booking.state IN ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED')
    AND now() < session.cancel_until THEN '["CANCEL"]'::json ELSE '[]'::json END,
  'price', ${cost('booking.full_fen', 'booking.subsidy_fen', 'booking.rule_name', 'booking.payer')},
  'beneficiary', json_build_object('id', beneficiary.id, 'name', beneficiary.name, 'isMe', beneficiary.id = who.id),
  'session', ${sitting('session', 'service', 'places.taken')})`;

export const ticketJoins = `
  booking
  JOIN session ON session.id = booking.session_id
  JOIN session_places places ON places.session_id = session.id
  JOIN service ON service.id = session.service_id
  JOIN resident beneficiary ON beneficiary.id = booking.beneficiary_id`;

/** What decides of `who` and a `session` of a `service`: age and needs on its day, clashing dishes, the best rule, classes and visits. */
export const standing = `
  CROSS JOIN LATERAL (
    SELECT greatest(0, extract(year FROM age(session.day, who.birth_date)))::int AS age,
      ARRAY(SELECT need FROM care_need WHERE resident_id = who.id
        AND session.day BETWEEN valid_from AND coalesce(valid_to, 'infinity')) AS needs
  ) standing
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT allergen) AS allergens, array_agg(DISTINCT dish ->> 'name') AS dishes
    FROM menu, jsonb_array_elements(menu.dishes) dish, jsonb_array_elements_text(dish -> 'allergens') allergen
    WHERE menu.centre_id = session.centre_id AND menu.day = session.day AND menu.meal = service.meal
      AND allergen = ANY (who.allergies)
      AND (jsonb_array_length(dish -> 'textures') = 0 OR jsonb_exists(dish -> 'textures', who.texture))
  ) clash ON service.meal IS NOT NULL AND cardinality(who.allergies) > 0
  LEFT JOIN LATERAL (
    SELECT id, name, payer, subsidy_fen FROM subsidy_rule
    WHERE service.meal IS NOT NULL AND session.day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      AND (min_age IS NULL OR standing.age >= min_age) AND (max_age IS NULL OR standing.age <= max_age)
      AND (care_need IS NULL OR care_need = ANY (standing.needs))
      AND (area_id IS NULL OR area_id = ANY (who.lineage))
    ORDER BY subsidy_fen DESC, id LIMIT 1
  ) rule ON true
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS booked FROM booking JOIN session other ON other.id = booking.session_id
    WHERE booking.beneficiary_id = who.id
      AND booking.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW')
      AND other.service_id = session.service_id
      AND date_trunc('week', other.day::timestamp) = date_trunc('week', session.day::timestamp)
  ) week ON session.weekly_quota IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT valid_until AS until FROM assessment
    WHERE assessment.resident_id = who.id AND assessed_on <= session.day
    ORDER BY assessed_on DESC, recorded_at DESC LIMIT 1
  ) assessed ON service.needs_assessment
  LEFT JOIN LATERAL (
    SELECT CASE
      WHEN NOT EXISTS (
        SELECT FROM service_resource needed JOIN resource ON resource.id = needed.resource_id
        WHERE needed.service_id = service.id AND resource.kind = 'PERSON'
      ) THEN 'NO_WORKER'
      WHEN NOT EXISTS (SELECT FROM home_door WHERE resident_id = who.id) THEN 'NO_HOME_DOOR' END AS lacks
  ) visit ON service.at_home
  LEFT JOIN LATERAL (
    SELECT series.name FROM series
    WHERE series.id = session.series_id AND NOT EXISTS (
      SELECT FROM booking_run run
      WHERE run.beneficiary_id = who.id AND run.service_id = session.service_id AND run.series_id IS NOT NULL
        AND run.left_at IS NULL AND run.places > (
          SELECT count(*) FROM booking
          WHERE booking.run_id = run.id AND booking.state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED')))
  ) class ON session.series_id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT other_service.name AS service, other.starts_at
    FROM booking JOIN session other ON other.id = booking.session_id
      JOIN service other_service ON other_service.id = other.service_id
    WHERE booking.beneficiary_id = who.id AND booking.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN')
      AND other.id <> session.id AND other.state = 'SCHEDULED'
      AND coalesce(other_service.way, 'DINE_IN') = 'DINE_IN'
      AND other.starts_at < session.ends_at
        + greatest(service.rest_after_minutes, other_service.rest_before_minutes) * interval '1 minute'
      AND session.starts_at < other.ends_at
        + greatest(other_service.rest_after_minutes, service.rest_before_minutes) * interval '1 minute'
    ORDER BY other.starts_at, other.id LIMIT 1
  ) overlap ON coalesce(service.way, 'DINE_IN') = 'DINE_IN'
  LEFT JOIN LATERAL (
    SELECT resource.name, upper(held.span) AS until
    FROM service_resource needed
      JOIN resource_hold held ON held.resource_id = needed.resource_id AND held.session_id <> session.id
        AND held.span && tstzrange(session.starts_at, session.ends_at + service.turnaround_minutes * interval '1 minute')
      JOIN resource ON resource.id = needed.resource_id
    WHERE needed.service_id = service.id
    ORDER BY upper(held.span) DESC, resource.name LIMIT 1
  ) taken ON true`;

export const unmetBound = `
  CASE WHEN standing.age < service.min_age THEN 'AGE'
    WHEN service.care_needs <> '{}' AND NOT service.care_needs && standing.needs THEN 'CARE_NEED'
    WHEN NOT service.resident_area_id = ANY (who.lineage) THEN 'AREA' END`;
