import type { PersonId, Viewer } from '@linli/domain/access';
import { type BookingId, BookingState, holdsAPlace, nextBookingState } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { literals, statement, type Transaction } from '../../platform/database/index.js';
import type { InTheWay, Lasting, SessionFollower, Telling as Told } from '../centres/index.js';
import { lockPlaces, offerFreePlaces } from './offer-places.js';
import { nextStarts } from './next-sessions.js';
import { tellOfBookings } from './tell.js';

const cancellable = Object.values(BookingState).filter((state) => nextBookingState(state, 'CANCEL'));

interface Sessions {
  readonly ids: readonly SessionId[];
}

const countLive = statement<Sessions, { sessionId: SessionId; count: number }>({
  name: 'count-live-bookings',
  text: `
    SELECT session_id, count(*)::int AS count FROM booking
    WHERE session_id = ANY (:ids::uuid[]) AND state IN (${literals(cancellable)})
    GROUP BY session_id`,
});

const countHeld = statement<Sessions, { sessionId: SessionId; count: number }>({
  name: 'count-held-places',
  text: 'SELECT session_id, taken AS count FROM session_places WHERE session_id = ANY (:ids::uuid[]) AND taken > 0',
});

const liveBookings = statement<Sessions, { id: BookingId }>({
  name: 'live-bookings-of-sessions',
  text: `
    SELECT id FROM booking
    WHERE session_id = ANY (:ids::uuid[]) AND state IN (${literals(cancellable.filter(holdsAPlace))})`,
});

interface Cancelled {
  readonly id: BookingId;
  readonly beneficiaryId: PersonId;
}

interface Cancelling extends Sessions {
  readonly reason: string;
  readonly by: PersonId | null;
  readonly byName: string | null;
}

// The sessions are closed already, in this transaction: nobody can take a place between the look and the change.
const cancelLive = statement<Cancelling, Cancelled>({
  name: 'cancel-live-bookings',
  text: `
    WITH live AS MATERIALIZED (
      SELECT booking.id, booking.session_id, booking.state FROM booking
      WHERE booking.session_id = ANY (:ids::uuid[]) AND booking.state IN (${literals(cancellable)})
      ORDER BY booking.id FOR NO KEY UPDATE
    ), cancelled AS (
      UPDATE booking SET state = 'CANCELLED', cancelled_at = now(), cancelled_by = :by::uuid,
        canceller_name = :byName::text, cancel_reason = :reason::text
      FROM live WHERE booking.id = live.id
      RETURNING booking.id, booking.session_id, booking.beneficiary_id
    ), freed AS (
      UPDATE session_places SET taken = taken - held, waiting = waiting - in_line
      FROM (
        SELECT session_id AS live_session_id, count(*) FILTER (WHERE state = 'WAITLISTED') AS in_line,
          count(*) FILTER (WHERE state IN (${literals(cancellable.filter(holdsAPlace))})) AS held
        FROM live GROUP BY session_id
      ) held
      WHERE session_places.session_id = live_session_id
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'bookings.cancelled', session.centre_id,
        jsonb_build_object('bookingId', cancelled.id, 'sessionId', cancelled.session_id)
      FROM cancelled JOIN session ON session.id = cancelled.session_id
    )
    SELECT cancelled.id, cancelled.beneficiary_id FROM cancelled JOIN session ON session.id = cancelled.session_id
    ORDER BY session.starts_at`,
});

// Of what is booked, whatever it holds: an offer that nobody has taken up yet holds its room too.
const resourcesInTheWay = statement<{ rows: string }, InTheWay>({
  name: 'resources-in-the-way-of-sessions',
  text: `
    SELECT DISTINCT ON (session.id) session.id, resource.name AS resource, upper(other.span) AS until
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, ends_at timestamptz)
      JOIN session ON session.id = rows.id
      JOIN service ON service.id = session.service_id
      JOIN resource_hold own ON own.session_id = session.id
      JOIN resource_hold other ON other.resource_id = own.resource_id AND other.session_id <> session.id
        AND other.span && tstzrange(session.starts_at, rows.ends_at + service.turnaround_minutes * interval '1 minute')
      JOIN resource ON resource.id = own.resource_id
    WHERE rows.ends_at > session.starts_at
    ORDER BY session.id, upper(other.span) DESC, resource.name`,
});

const mapOf = (counts: readonly { readonly sessionId: SessionId; readonly count: number }[]) =>
  new Map(counts.map(({ sessionId, count }) => [sessionId, count]));

/** Each person once, by their first date: how many there were, and why they are not. */
async function tellOnce(tx: Transaction, cancelled: readonly Cancelled[], reason: string): Promise<void> {
  const times = new Map<PersonId, { first: BookingId; times: number }>();
  for (const { id, beneficiaryId } of cancelled) {
    const known = times.get(beneficiaryId);
    times.set(beneficiaryId, { first: known?.first ?? id, times: (known?.times ?? 0) + 1 });
  }
  await tellOfBookings(tx, {
    ...{ kind: 'SERIES_CLOSED', bookings: [...times.values()].map(({ first }) => first) },
    more: ({ beneficiaryId }) => ({ reason, times: String(times.get(beneficiaryId)?.times ?? 1) }),
  });
}

/** What happens to bookings when the centre takes their sessions away. */
export const bookingsFollowSessions: SessionFollower = {
  countBooked: async (tx: Transaction, ids: readonly SessionId[]) => mapOf(await countLive(tx, { ids })),
  countHeld: async (tx: Transaction, ids: readonly SessionId[]) => mapOf(await countHeld(tx, { ids })),

  async hold(tx: Transaction, ids: readonly SessionId[]) {
    await lockPlaces(tx, { ids });
  },

  async capacityChanged(tx: Transaction, ids: readonly SessionId[]) {
    await offerFreePlaces(tx, ids);
  },

  async cancelBooked(
    tx: Transaction,
    ids: readonly SessionId[],
    reason: string,
    viewer: Viewer | null,
    telling: Told = 'EACH',
  ) {
    const cancelled = await cancelLive(tx, {
      ...{ ids, reason },
      by: viewer?.personId ?? null,
      byName: viewer?.name ?? null,
    });
    if (telling === 'TOGETHER') {
      await tellOnce(tx, cancelled, reason);
      return cancelled.length;
    }
    const bookings = cancelled.map(({ id }) => id);
    const next = await nextStarts(tx, ids);
    await tellOfBookings(tx, {
      ...{ kind: 'BOOKING_CANCELLED_BY_CENTRE', bookings },
      more: ({ sessionId }) => {
        const instead = next.get(sessionId)?.toISOString();
        return instead === undefined ? { reason } : { reason, instead };
      },
    });
    return bookings.length;
  },

  inTheWay: (tx: Transaction, sessions: readonly Lasting[]) =>
    resourcesInTheWay(tx, {
      rows: JSON.stringify(sessions.map(({ id, endsAt }) => ({ id, ends_at: endsAt }))),
    }),

  async endsChanged(tx: Transaction, sessions) {
    const oldEnds = new Map(sessions.map(({ id, oldEndsAt }) => [id, oldEndsAt.toISOString()]));
    const bookings = (await liveBookings(tx, { ids: [...oldEnds.keys()] })).map(({ id }) => id);
    await tellOfBookings(tx, {
      ...{ kind: 'SESSION_TIME_CHANGED', bookings, again: ({ now }) => now.toISOString() },
      more: ({ ticketNumber, startsAt, endsAt, sessionId }) => {
        const oldEndsAt = oldEnds.get(sessionId) ?? endsAt.toISOString();
        return { ticketNumber, oldStartsAt: startsAt.toISOString(), oldEndsAt };
      },
    });
  },
};
