import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';
import { runJobAt } from '../../platform/jobs/index.js';
import { tellOfBookings } from './tell.js';

/** The job that ends what nobody answered. */
export const LAPSE = 'bookings:lapse-offers';

interface Sessions {
  readonly ids: readonly SessionId[];
}

const lockRows = statement<Sessions, never>({
  name: 'lock-places',
  text: `
    SELECT FROM session_places WHERE session_id = ANY (:ids::uuid[]) ORDER BY session_id FOR NO KEY UPDATE`,
});

const lockResources = statement<Sessions, never>({
  name: 'lock-resources-of-sessions',
  text: `
    SELECT FROM resource
    WHERE id IN (
      SELECT resource_id FROM session JOIN service_resource needed ON needed.service_id = session.service_id
      WHERE session.id = ANY (:ids::uuid[])
    ) ORDER BY id FOR NO KEY UPDATE`,
});

/** Whoever needs several places takes them by their ids, and then what they take: nobody waits in a circle. */
export async function lockPlaces(tx: Transaction, { ids }: Sessions): Promise<void> {
  await lockRows(tx, { ids });
  if (ids.length > 1) await lockResources(tx, { ids });
}

export interface Offer {
  readonly id: BookingId;
  readonly sessionId: SessionId;
  readonly heldUntil: Date;
}

// The domain's `toBeOffered` and `heldUntil`, for as many sessions as were touched.
const offerPlaces = statement<Sessions, Offer>({
  name: 'offer-places',
  text: `
    WITH room AS (
      SELECT places.session_id AS room_id, session.centre_id, places.capacity - places.taken AS free,
        least(now() + service.hold_minutes * interval '1 minute', session.closes_at) AS until
      FROM session_places places
        JOIN session ON session.id = places.session_id
        JOIN service ON service.id = session.service_id
      WHERE places.session_id = ANY (:ids::uuid[]) AND places.open AND places.waiting > 0
        AND places.taken < places.capacity AND now() < session.closes_at
    ), heads AS (
      SELECT booking.id AS head_id, room.*,
        row_number() OVER (PARTITION BY booking.session_id ORDER BY booking.queue_number) AS nth
      FROM room JOIN booking ON booking.session_id = room_id AND booking.state = 'WAITLISTED'
    ), offered AS (
      UPDATE booking SET state = 'OFFERED', offered_at = now(), held_until = until
      FROM heads WHERE booking.id = head_id AND nth <= free
      RETURNING booking.id, booking.session_id, booking.held_until, centre_id
    ), counted AS (
      UPDATE session_places SET taken = taken + gone, waiting = waiting - gone
      FROM (SELECT session_id AS offered_id, count(*)::int AS gone FROM offered GROUP BY session_id) offers
      WHERE session_id = offered_id
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'bookings.offered', centre_id, jsonb_build_object('bookingId', id, 'sessionId', session_id)
      FROM offered
    )
    SELECT id, session_id, held_until FROM offered`,
});

/**
 * Offers what is free to those who came first, and holds it for them. For whoever freed it, in the same transaction and
 * under the same lock: nobody in between sees a free place.
 */
export async function offerFreePlaces(tx: Transaction, ids: readonly SessionId[]): Promise<Offer[]> {
  const offers = await offerPlaces(tx, { ids });
  const ends = new Map(offers.map(({ id, heldUntil }) => [id, heldUntil]));
  for (const end of new Set(offers.map(({ heldUntil }) => heldUntil.getTime()))) {
    await runJobAt(tx, LAPSE, new Date(end));
  }
  await tellOfBookings(tx, {
    ...{ kind: 'PLACE_OFFERED', bookings: [...ends.keys()] },
    more: ({ id, now }) => ({ until: (ends.get(id) ?? now).toISOString() }),
  });
  return offers;
}
