import {
  type Action,
  can,
  type CentreId,
  type PersonId,
  type Target,
  type Viewer,
} from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import {
  type BookingId,
  type BookingMove,
  type BookingState,
  holdsAPlace,
  nextBookingState,
} from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { bookingColumns, bookingWithSession, sessionColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { offerFreePlaces } from './offer-places.js';
import { ticketNumber } from './ticket-number.js';

// The place before the booking, as `book` takes them: who locks in one order never waits in a circle.
const bookingForChange = statement<{ id: BookingId }, Booking>({
  name: 'booking-for-change',
  text: `
    WITH place AS MATERIALIZED (
      SELECT session_id FROM session_places
      WHERE session_id = (SELECT booking.session_id FROM booking WHERE id = :id)
      FOR NO KEY UPDATE
    )
    SELECT ${bookingColumns}, ${sessionColumns}
    FROM place JOIN (${bookingWithSession}) ON booking.session_id = place.session_id
    WHERE booking.id = :id
    FOR NO KEY UPDATE OF booking`,
});

interface Move {
  readonly id: BookingId;
  readonly sessionId: SessionId;
  readonly centreId: CentreId;
  readonly state: BookingState;
  readonly by: PersonId;
  readonly byName: string | null;
  readonly reason: string | null;
  readonly freed: number;
  /** -1 for whoever leaves the line. */
  readonly lined: number;
  readonly arrived: number;
  readonly event: string;
  /** Only who has a place gets a number. */
  readonly isNewTicket: boolean;
  /** Somebody decided about what was asked for. */
  readonly isDecision: boolean;
}

const moveBooking = statement<
  Move,
  Pick<
    Booking,
    'state' | 'ticketNumber' | 'checkedInAt' | 'cancelledAt' | 'cancelReason' | 'decidedAt' | 'decisionReason'
  >
>({
  name: 'move-booking',
  text: `
    WITH counted AS (
      UPDATE session_places SET taken = taken - :freed::int, waiting = waiting + :lined::int,
        checked_in = checked_in + :arrived::int, issued = issued + CASE WHEN :isNewTicket THEN 1 ELSE 0 END
      WHERE session_id = :sessionId::uuid
      RETURNING CASE WHEN :isNewTicket THEN ${ticketNumber} END AS ticket
    ), moved AS (
      UPDATE booking SET
        state = :state::text,
        checked_in_at = CASE :state::text WHEN 'CHECKED_IN' THEN now() WHEN 'COMPLETED' THEN checked_in_at END,
        checked_in_by = CASE :state::text WHEN 'CHECKED_IN' THEN :by::uuid WHEN 'COMPLETED' THEN checked_in_by END,
        cancelled_at = CASE WHEN :state::text = 'CANCELLED' THEN now() END,
        cancelled_by = CASE WHEN :state::text = 'CANCELLED' THEN :by::uuid END,
        canceller_name = CASE WHEN :state::text = 'CANCELLED' THEN :byName::text END,
        cancel_reason = CASE WHEN :state::text = 'CANCELLED' THEN :reason::text END,
        decided_at = CASE WHEN :isDecision THEN now() ELSE decided_at END,
        decided_by = CASE WHEN :isDecision THEN :by::uuid ELSE decided_by END,
        decider_name = CASE WHEN :isDecision THEN :byName::text ELSE decider_name END,
        decision_reason = CASE WHEN :isDecision THEN :reason::text ELSE decision_reason END,
        ticket_number = coalesce((SELECT ticket FROM counted), ticket_number)
      WHERE id = :id::uuid
      RETURNING state, ticket_number, checked_in_at, cancelled_at, cancel_reason, decided_at, decision_reason
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT :event::text, :centreId::uuid,
        jsonb_build_object('bookingId', :id::uuid, 'sessionId', :sessionId::uuid)
      FROM moved
    )
    SELECT * FROM moved`,
});

/** What a verb says about changing a booking. */
export interface Change {
  readonly id: BookingId;
  readonly move: BookingMove | ((booking: Booking, tx: Transaction) => Promise<BookingMove>);
  readonly action: Action;
  readonly event: string;
  readonly reason?: string;
  readonly target: (booking: Booking) => Target;
  /** It is so already: nothing to do, nothing to tell. */
  readonly isDone: (booking: Booking) => boolean;
  readonly refusal: (
    booking: Booking,
    tx: Transaction,
  ) => Refusal | Refused | undefined | Promise<Refusal | Refused | undefined>;
  /** What follows from it, when it was done: notices, and the audit last. */
  readonly afterwards?: (tx: Transaction, booking: Booking) => Promise<void>;
}

export const changeBooking = (db: Database, viewer: Viewer, change: Change): Promise<Booking | Refused> =>
  transaction(db, (tx) => changeInside(tx, viewer, change));

/** The booking, held together with its place, when the viewer may do this to it. */
export async function bookingToChange(
  tx: Transaction,
  viewer: Viewer,
  { id, action, target }: Pick<Change, 'id' | 'action' | 'target'>,
): Promise<Booking> {
  const [booking] = await bookingForChange(tx, { id });
  if (!booking || !can(viewer, action, target(booking))) throw notFound('booking');
  return booking;
}

/** The same, as a part of something larger. */
export async function changeInside(
  tx: Transaction,
  viewer: Viewer,
  change: Change,
): Promise<Booking | Refused> {
  const { id, move, event, reason = null } = change;
  const booking = await bookingToChange(tx, viewer, change);
  if (change.isDone(booking)) return booking;
  const refusal = await change.refusal(booking, tx);
  if (refusal) return refusal instanceof Refused ? refusal : new Refused(refusal);
  const wanted = typeof move === 'function' ? await move(booking, tx) : move;
  const state = nextBookingState(booking.state, wanted);
  if (!state) throw new Error(`No move ${wanted} from ${booking.state}`);

  const [moved] = await moveBooking(tx, {
    ...{ id, sessionId: booking.sessionId, centreId: booking.centreId, state, event, reason },
    by: viewer.personId,
    byName: viewer.face === 'CONSOLE' ? viewer.name : null,
    freed: Number(holdsAPlace(booking.state)) - Number(holdsAPlace(state)),
    lined: -Number(booking.state === 'WAITLISTED'),
    isNewTicket: booking.state === 'OFFERED' && holdsAPlace(state),
    isDecision: booking.state === 'REQUESTED' && state !== 'CANCELLED',
    // Who has been served has been here: only what is taken back, or never was, is no arrival.
    arrived: Number(state === 'CHECKED_IN') - Number(booking.state === 'CHECKED_IN' && state !== 'COMPLETED'),
  });
  // What became free belongs to whoever waits for it, before anybody else can see it.
  if (holdsAPlace(booking.state) && !holdsAPlace(state)) await offerFreePlaces(tx, [booking.sessionId]);
  Object.assign(booking, moved);
  await change.afterwards?.(tx, booking);
  return booking;
}
