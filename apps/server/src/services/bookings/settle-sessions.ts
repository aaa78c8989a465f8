import type { BookingId } from '@linli/domain/services/bookings';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { tellWhoMissed } from './no-shows.js';

/** Who has not come by then is not coming any more. */
const HOURS_AFTER_END = 2;
const BATCH = 200;

// Who gets a meal or a visit at the door does not come to the counter: whether they did is said by the round, not by the clock.
const settleBatch = statement<object, { sessions: number; bookings: number; missed: BookingId[] }>({
  name: 'settle-sessions',
  text: `
    WITH due AS MATERIALIZED (
      SELECT places.session_id, session.centre_id, session.state, service.way, service.at_home
      FROM session_places places
        JOIN session ON session.id = places.session_id
        JOIN service ON service.id = session.service_id
      WHERE NOT places.settled AND session.ends_at <= now() - interval '${HOURS_AFTER_END} hours'
      ORDER BY places.session_id
      LIMIT ${BATCH}
      FOR NO KEY UPDATE OF places SKIP LOCKED
    ), finished AS (
      UPDATE booking SET state = CASE booking.state WHEN 'CHECKED_IN' THEN 'COMPLETED' ELSE 'NO_SHOW' END
      FROM due
      WHERE booking.session_id = due.session_id AND due.state = 'SCHEDULED'
        AND (booking.state = 'CHECKED_IN' OR (booking.state = 'CONFIRMED' AND due.way IS DISTINCT FROM 'DELIVERY' AND NOT due.at_home))
      RETURNING booking.id, booking.session_id, booking.state
    ), settled AS (
      UPDATE session_places SET settled = true FROM due WHERE session_places.session_id = due.session_id
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'bookings.settled', centre_id, jsonb_build_object('sessionId', session_id)
      FROM due WHERE session_id IN (SELECT session_id FROM finished)
    )
    SELECT (SELECT count(*)::int FROM due) AS sessions, (SELECT count(*)::int FROM finished) AS bookings,
      ARRAY(SELECT id FROM finished WHERE state = 'NO_SHOW') AS missed`,
});

/**
 * Two hours after a session: who came has COMPLETED, who did not is a NO_SHOW; never for a session that the centre
 * cancelled. Runs every few minutes; the second run changes nothing. Gives back how many bookings were settled.
 */
export async function settleSessions(db: Database): Promise<number> {
  let bookings = 0;
  for (;;) {
    const batch = await transaction(db, async (tx) => {
      const [settled] = await settleBatch(tx, {});
      await tellWhoMissed(tx, settled?.missed ?? []);
      return settled;
    });
    bookings += batch?.bookings ?? 0;
    if ((batch?.sessions ?? 0) < BATCH) return bookings;
  }
}
