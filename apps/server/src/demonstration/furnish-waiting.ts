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

// The baths of the coming days, and those who go to that centre; the story's people are told of elsewhere.
const whoBathes = statement<object, Pair>({
  name: 'who-bathes',
  text: `
    SELECT session.id AS session_id, person.id AS person_id
    FROM (
      SELECT DISTINCT ON (session.centre_id) session.*
      FROM session JOIN service ON service.id = session.service_id
      WHERE service.category = 'BATHING' AND session.state = 'SCHEDULED' AND session.closes_at > now() + interval '6 hours'
        AND session.opens_at < now()
      ORDER BY session.centre_id, session.starts_at
    ) session
    CROSS JOIN LATERAL (
      SELECT resident.id FROM resident
      WHERE birth_date < current_date - interval '70 years'
        AND id IN (SELECT beneficiary_id FROM booking JOIN session seen ON seen.id = booking.session_id
                   WHERE seen.centre_id = session.centre_id)
        AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id)
      ORDER BY resident.id LIMIT 24
    ) person
    ORDER BY session.starts_at, session.id, person.id`,
});

// Day care is decided about: somebody looks first whether it suits the person.
const whoAsks = statement<object, Pair>({
  name: 'who-asks-for-day-care',
  text: `
    SELECT session.id AS session_id, person.id AS person_id
    FROM (
      SELECT DISTINCT ON (session.centre_id) session.*
      FROM session
        JOIN service ON service.id = session.service_id
        JOIN session_places places ON places.session_id = session.id AND places.taken < places.capacity
      WHERE service.needs_approval AND session.state = 'SCHEDULED' AND session.closes_at > now() + interval '30 hours'
        AND session.opens_at < now()
      ORDER BY session.centre_id, session.starts_at
    ) session
    CROSS JOIN LATERAL (
      SELECT resident.id FROM resident
      WHERE birth_date < current_date - interval '70 years'
        AND id IN (SELECT beneficiary_id FROM booking JOIN session seen ON seen.id = booking.session_id
                   WHERE seen.centre_id = session.centre_id)
        AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id)
      ORDER BY resident.id DESC LIMIT 12
    ) person
    ORDER BY session.starts_at, session.id, person.id`,
});

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
