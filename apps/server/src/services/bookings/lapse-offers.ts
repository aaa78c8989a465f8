import type { BookingId, BookingState } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { LAPSE, lockPlaces, offerFreePlaces } from './offer-places.js';
import { tellOfBookings } from './tell.js';

export { LAPSE };

/** What those are told about whose wish nobody decided. */
const UNDECIDED = '截止前未能審核';
const BATCH = 200;

const sessionsWithAnEnd = statement<object, { id: SessionId }>({
  name: 'sessions-where-waiting-ends',
  text: `
    SELECT session_id AS id FROM booking WHERE state = 'OFFERED' AND held_until <= now()
    UNION
    SELECT session_id FROM session_places JOIN session ON session.id = session_id
    WHERE waiting > 0 AND closes_at <= now()
    UNION
    SELECT session_id FROM booking JOIN session ON session.id = session_id
    WHERE booking.state = 'REQUESTED' AND closes_at <= now()
    ORDER BY 1 LIMIT ${BATCH}`,
});

const lapse = statement<{ ids: readonly SessionId[] }, { id: BookingId; was: BookingState }>({
  name: 'lapse-bookings',
  text: `
    WITH due AS MATERIALIZED (
      SELECT booking.id AS due_id, booking.state AS was, session.centre_id
      FROM booking JOIN session ON session.id = booking.session_id
      WHERE booking.session_id = ANY (:ids::uuid[])
        AND (booking.state = 'OFFERED' AND booking.held_until <= now()
          OR booking.state IN ('WAITLISTED', 'REQUESTED') AND session.closes_at <= now())
    ), lapsed AS (
      UPDATE booking SET state = CASE was WHEN 'REQUESTED' THEN 'DECLINED' ELSE 'LAPSED' END,
        decided_at = CASE was WHEN 'REQUESTED' THEN now() END,
        decision_reason = CASE was WHEN 'REQUESTED' THEN '${UNDECIDED}' END
      FROM due WHERE booking.id = due_id
      RETURNING booking.id, booking.session_id, was, centre_id
    ), counted AS (
      UPDATE session_places SET taken = taken - held, waiting = waiting - in_line
      FROM (
        SELECT session_id AS lapsed_id, count(*) FILTER (WHERE was <> 'WAITLISTED')::int AS held,
          count(*) FILTER (WHERE was = 'WAITLISTED')::int AS in_line
        FROM lapsed GROUP BY session_id
      ) ends
      WHERE session_id = lapsed_id
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT CASE was WHEN 'REQUESTED' THEN 'bookings.declined' ELSE 'bookings.lapsed' END, centre_id, jsonb_build_object('bookingId', id, 'sessionId', session_id)
      FROM lapsed
    )
    SELECT id, was FROM lapsed`,
});

/** The same of these sessions, as a part of something larger; holds their places. Gives back how many lapsed. */
export async function endWaitingOf(tx: Transaction, ids: readonly SessionId[]): Promise<number> {
  await lockPlaces(tx, { ids });
  const lapsed = await lapse(tx, { ids });
  const those = (isOne: (was: BookingState) => boolean) =>
    lapsed.filter(({ was }) => isOne(was)).map(({ id }) => id);
  await tellOfBookings(tx, {
    ...{ kind: 'OFFER_LAPSED', bookings: those((was) => was !== 'REQUESTED'), more: {} },
  });
  await tellOfBookings(tx, {
    ...{ kind: 'DECLINED', bookings: those((was) => was === 'REQUESTED'), more: { reason: UNDECIDED } },
  });
  await offerFreePlaces(tx, ids);
  return lapsed.length;
}

/**
 * What was offered and not taken lapses, and goes to the next in line; at the cut-off waiting is over, and what
 * nobody decided is declined. One session at a
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
