import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { type BookInput, channelOf, detailsOfRefusal, refusalToBook } from '@linli/domain/services/bookings';
import type { Texture } from '@linli/domain/organisation/people';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import {
  beneficiary,
  bookableWithinReach,
  factColumns,
  factsOf,
  type FactsRow,
  firstState,
  nothingStandsInTheWay,
  sessionsForBeneficiary,
  type Wisher,
} from './booking-facts.js';
import { bookingColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { ticketNumber } from './ticket-number.js';

type NoBooking = Record<Exclude<keyof Booking, keyof FactsRow | 'session' | 'centreLineage'>, null>;
export type Attempt = FactsRow &
  Pick<Booking, 'centreLineage'> & { readonly isNew: boolean } & (Booking | NoBooking);

/** Looks, takes a place, books and records in one statement: hot sessions have no time for a transaction. */
export const bookSql = `
  WITH who AS (${beneficiary}), facts AS (
    SELECT ${factColumns}, centre_area.lineage AS centre_lineage, who.home_lineage, rule.rule_id, session.id AS facts_session_id,
      CASE WHEN service.meal IS NOT NULL THEN coalesce(:texture::text, who.usual_texture) END AS facts_texture
    FROM ${sessionsForBeneficiary}
    WHERE session.id = :sessionId AND ${bookableWithinReach}
  ), earlier AS (
    SELECT * FROM booking WHERE id = :id
  ), place AS (
    UPDATE session_places SET taken = session_places.taken + 1, issued = issued + 1
    FROM facts
    WHERE session_id = facts_session_id
      AND NOT EXISTS (SELECT FROM earlier)
      AND ${nothingStandsInTheWay}
      AND session_places.open AND session_places.taken < session_places.capacity
    RETURNING session_id, ${ticketNumber} AS ticket_number
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number,
                         texture, full_fen, subsidy_fen, rule_id, rule_name, payer, allergy_overridden, run_id)
    SELECT :id, session_id, :beneficiaryId, :bookerId, :bookerName, :channel, ${firstState}, ticket_number,
           facts_texture, full_fen, subsidy_fen, rule_id, rule_name, payer, clashes <> '{}', own_run_id
    FROM place, facts
    RETURNING *
  ), recorded AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', centre_id, jsonb_build_object('bookingId', id, 'sessionId', session_id)
    FROM booked, facts
  )
  SELECT facts.*, EXISTS (SELECT FROM booked) AS is_new, ${bookingColumns}
  FROM facts LEFT JOIN (TABLE booked UNION ALL TABLE earlier) booking ON true`;

export interface Wish extends Omit<BookInput, 'texture' | 'allowAllergens'>, Reach, Wisher {
  readonly beneficiaryId: PersonId;
  readonly texture: Texture | null;
  readonly bookerId: PersonId;
  readonly bookerName: string | null;
}

const attempt = statement<Wish, Attempt>({ name: 'book', text: bookSql });

/** What the statement is given; nothing where this viewer cannot have used that channel. */
export function wishOf(viewer: Viewer, input: BookInput): Wish | undefined {
  const isStaff = viewer.face === 'CONSOLE';
  const { personId } = viewer;
  const channel = channelOf(input.channel, { isStaff, isBeneficiary: personId === input.beneficiaryId });
  if (!channel) return undefined;
  const atCounter = channel === 'COUNTER';
  return {
    ...input,
    ...reachOf(viewer, atCounter ? 'BOOK_AT_COUNTER' : 'BOOK'),
    channel,
    atCounter,
    texture: input.texture ?? null,
    allowAllergens: isStaff && input.allowAllergens === true,
    bookerId: personId,
    // Only of those who work here: on a kitchen's slip stands who is responsible.
    bookerName: isStaff ? viewer.name : null,
  };
}

export type Answer = { readonly booking: Booking; readonly isNew: boolean } | Refused;

/** Books on the pool, or inside a transaction; `isNew` is false for a wish that came again. */
export async function bookOnce(db: Database, wish: Wish): Promise<Answer> {
  const [result] = await attempt(db, wish);
  return answerTo(wish, result);
}

/** What came of a wish, from the row that the statement gave for it. */
export function answerTo(wish: Wish, result: Attempt | undefined): Answer {
  if (!result) throw notFound('session');
  if (result.id !== null) {
    return isSameWish(result, wish)
      ? { booking: result, isNew: result.isNew }
      : new Refused(Refusal.CONFLICT);
  }
  const facts = factsOf(result, wish);
  // Only the counter is newer than the facts: what they would allow was taken meanwhile.
  const refusal = refusalToBook(facts) ?? Refusal.SESSION_FULL;
  return new Refused(refusal, detailsOfRefusal(refusal, facts));
}

export const isSameWish = (booking: Booking, wish: Wish): boolean =>
  booking.sessionId === wish.sessionId &&
  booking.beneficiaryId === wish.beneficiaryId &&
  booking.channel === wish.channel &&
  (wish.texture === null || booking.texture === wish.texture);
