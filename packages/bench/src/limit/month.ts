import { refusal } from './home.js';
import { moment, standing, unmetBound, who } from './sitting.js';

/** What a calendar of a month shows of a centre, for oneself: $1 is the hash of the token, $2 the centre, $3 and $4 the days. */
export const monthSql = `
  WITH who AS MATERIALIZED (${who})
  SELECT json_build_object('data', json_build_object('bookableSessions', coalesce(json_agg(json_build_object(
    'placesLeft', session.capacity - session.taken, 'refusal', refused.code, 'bookingId', mine.id,
    'price', json_build_object('payFen', service.price_fen - least(coalesce(rule.subsidy_fen, 0), service.price_fen)),
    'session', json_build_object('id', session.id, 'day', session.day, 'startsAt', ${moment('session.starts_at')},
      'endsAt', ${moment('session.ends_at')}, 'service', json_build_object('id', service.id)))
    ORDER BY session.starts_at, service.name, session.id), '[]'::json)))::text AS json
  FROM who
    CROSS JOIN (
      SELECT session.*, places.taken FROM session JOIN session_places places ON places.session_id = session.id
      WHERE session.centre_id = $2 AND session.day BETWEEN $3 AND $4 AND NOT session.withdrawn
    ) session
    JOIN service ON service.id = session.service_id AND service.active
    ${standing}
    LEFT JOIN booking mine ON mine.session_id = session.id AND mine.beneficiary_id = who.id
      AND mine.state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED')
    CROSS JOIN LATERAL (SELECT ${unmetBound} AS bound) unmet
    CROSS JOIN LATERAL (SELECT ${refusal} AS code) refused`;
