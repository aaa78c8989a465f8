import type { PersonId, Viewer } from '@linli/domain/access';
import { bookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { idOf } from '@linli/sample';
import { statement, type Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';
import { book, joinWaitlist } from '../services/bookings/index.js';

interface Pair {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
}

const WAITING = 3;
const REQUESTS = 2;
const MOST_SEEKERS = 24;

/**
 * The next session of a kind at each centre, with old people who go to that centre; those of the story are told of elsewhere.
 * The last of them are taken for one kind and the first for the other, so that nobody is on both.
 */
const seekersOf = (name: string, which: string, closesAfter: string, order: 'ASC' | 'DESC') =>
  statement<object, Pair>({
    name,
    text: `
    SELECT session.id AS session_id, person.id AS person_id
    FROM (
      SELECT DISTINCT ON (session.centre_id) session.*, service.needs_assessment
      FROM session
        JOIN service ON service.id = session.service_id
        JOIN session_places places ON places.session_id = session.id
      WHERE ${which} AND session.state = 'SCHEDULED' AND session.closes_at > now() + interval '${closesAfter}'
        AND session.opens_at < now()
      ORDER BY session.centre_id, session.starts_at
    ) session
    CROSS JOIN LATERAL (
      SELECT resident.id FROM resident
      WHERE birth_date < current_date - interval '70 years'
        AND id IN (SELECT beneficiary_id FROM booking JOIN session seen ON seen.id = booking.session_id
                   WHERE seen.centre_id = session.centre_id)
        AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id)
        AND (NOT session.needs_assessment OR EXISTS (SELECT FROM assessment WHERE resident_id = resident.id))
      ORDER BY resident.id ${order} LIMIT ${MOST_SEEKERS}
    ) person
    ORDER BY session.starts_at, session.id, person.id`,
  });

const whoBathes = seekersOf('who-bathes', `service.category = 'BATHING'`, '6 hours', 'ASC');
// Day care is decided about: somebody looks first whether it suits the person.
const whoAsks = seekersOf(
  'who-asks-for-day-care',
  'service.needs_approval AND places.taken < places.capacity',
  '30 hours',
  'DESC',
);

/** Baths that are full with a few who wait, and wishes for day care that nobody has decided about yet. */
export async function furnishWaiting(tx: Transaction, viewer: Viewer): Promise<void> {
  const waiting = new Map<SessionId, number>();
  for (const pair of await whoBathes(tx, {})) {
    if ((waiting.get(pair.sessionId) ?? 0) >= WAITING) continue;
    const wish = wishOf(pair);
    const booked = await book(tx, viewer, wish);
    if (!(booked instanceof Refused) || booked.code !== 'SESSION_FULL') continue;
    const waits = await joinWaitlist(tx, viewer, wish);
    if (!(waits instanceof Refused)) waiting.set(pair.sessionId, (waiting.get(pair.sessionId) ?? 0) + 1);
  }
  const asked = new Map<SessionId, number>();
  for (const pair of await whoAsks(tx, {})) {
    if ((asked.get(pair.sessionId) ?? 0) >= REQUESTS) continue;
    const request = await book(tx, viewer, wishOf(pair));
    if (!(request instanceof Refused)) asked.set(pair.sessionId, (asked.get(pair.sessionId) ?? 0) + 1);
  }
}

const wishOf = ({ sessionId, personId }: Pair) => ({
  id: bookingId.parse(idOf(`wish ${sessionId} ${personId}`)),
  sessionId,
  beneficiaryId: personId,
  channel: 'PHONE' as const,
});
