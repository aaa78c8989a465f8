import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { LAPSE, lockPlaces, offerFreePlaces } from './offer-places.js';
import { tellOfBookings } from './tell.js';

export { LAPSE };

const BATCH = 200;

const sessionsWithAnEnd = statement<object, { id: SessionId }>({
  name: 'sessions-where-waiting-ends',
  text: `
    SELECT session_id AS id FROM booking WHERE state = 'OFFERED' AND held_until <= now()
    UNION
    SELECT session_id FROM session_places JOIN session ON session.id = session_id
    WHERE waiting > 0 AND closes_at <= now()
    ORDER BY 1 LIMIT ${BATCH}`,
});

const lapse = statement<{ ids: readonly SessionId[] }, { id: BookingId }>({
  name: 'lapse-bookings',
  text: `
    WITH due AS MATERIALIZED (
      SELECT booking.id AS due_id, booking.state AS was, session.centre_id
      FROM booking JOIN session ON session.id = booking.session_id
      WHERE booking.session_id = ANY (:ids::uuid[])
        AND (booking.state = 'OFFERED' AND booking.held_until <= now()
          OR booking.state = 'WAITLISTED' AND session.closes_at <= now())
    ), lapsed AS (
      UPDATE booking SET state = 'LAPSED' FROM due WHERE booking.id = due_id
      RETURNING booking.id, booking.session_id, was, centre_id
    ), counted AS (
      UPDATE session_places SET taken = taken - held, waiting = waiting - in_line
      FROM (
        SELECT session_id AS lapsed_id, count(*) FILTER (WHERE was = 'OFFERED')::int AS held,
          count(*) FILTER (WHERE was = 'WAITLISTED')::int AS in_line
        FROM lapsed GROUP BY session_id
      ) ends
      WHERE session_id = lapsed_id
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'bookings.lapsed', centre_id, jsonb_build_object('bookingId', id, 'sessionId', session_id)
      FROM lapsed
    )
    SELECT id FROM lapsed`,
});

/** The same of these sessions, as a part of something larger; holds their places. Gives back how many lapsed. */
export async function endWaitingOf(tx: Transaction, ids: readonly SessionId[]): Promise<number> {
  await lockPlaces(tx, { ids });
  const lapsed = (await lapse(tx, { ids })).map(({ id }) => id);
  await tellOfBookings(tx, { kind: 'OFFER_LAPSED', bookings: lapsed, more: {} });
  await offerFreePlaces(tx, ids);
  return lapsed.length;
}

/**
 * What was offered and not taken lapses, and goes to the next in line; at the cut-off waiting is over. One session at a
 * time: who waits for one does not wait for all. The second run changes nothing. Gives back how many lapsed.
 */
export async function endWaiting(db: Database): Promise<number> {
  let lapsed = 0;
  for (;;) {
    const due = await sessionsWithAnEnd(db, {});
    for (const { id } of due) lapsed += await transaction(db, (tx) => endWaitingOf(tx, [id]));
    if (due.length < BATCH) return lapsed;
  }
}
