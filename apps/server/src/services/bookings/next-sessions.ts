import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import type { SessionWithPlaces } from './bookable-session.type.js';

/** How many are offered instead. */
const MOST = 3;

export interface Instead extends SessionWithPlaces {
  readonly insteadOf: SessionId;
}

/**
 * The next sessions of the same service that can be booked now and have free places, the soonest first, for each of these.
 * Whether a person may book one of them is asked when they do.
 */
export const nextSessions = statement<{ ids: readonly SessionId[] }, Instead>({
  name: 'next-sessions-with-places',
  text: `
    SELECT gone.id AS instead_of, next.*
    FROM session gone CROSS JOIN LATERAL (
      SELECT session.*, places.taken, places.checked_in, places.waiting
      FROM session JOIN session_places places ON places.session_id = session.id
      WHERE session.service_id = gone.service_id AND session.starts_at > gone.starts_at
        AND session.state = 'SCHEDULED' AND session.opens_at <= now() AND now() < session.closes_at
        AND places.taken < places.capacity
      ORDER BY session.starts_at LIMIT ${String(MOST)}
    ) next
    WHERE gone.id = ANY (:ids::uuid[])
    ORDER BY gone.id, next.starts_at`,
});

/** When the first of them is, of each session that has one. */
export async function nextStarts(
  db: Database,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, Date>> {
  const starts = new Map<SessionId, Date>();
  for (const { insteadOf, startsAt } of await nextSessions(db, { ids })) {
    if (!starts.has(insteadOf)) starts.set(insteadOf, startsAt);
  }
  return starts;
}
