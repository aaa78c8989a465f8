import type { AreaId } from '@linli/domain/access';
import type { Texture } from '@linli/domain/organisation/people';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Wish } from './book-once.js';
import {
  beneficiary,
  bookableWithinReach,
  factColumns,
  type FactsRow,
  sessionsForBeneficiary,
} from './booking-facts.js';
import { bookingColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { lockPlaces } from './offer-places.js';

/** What is known of a wish before anything is taken: the facts, the price, where the centre is. */
export interface WishFacts extends FactsRow {
  readonly sessionId: SessionId;
  readonly centreLineage: AreaId[] | null;
  readonly ruleId: string | null;
  readonly givenTexture: Texture | null;
}

const factsOfWish = statement<Wish, WishFacts>({
  name: 'facts-of-wish',
  text: `
    WITH who AS (${beneficiary})
    SELECT ${factColumns}, session.id AS session_id, centre_area.lineage AS centre_lineage, who.home_lineage, rule.rule_id,
      CASE WHEN service.meal IS NOT NULL THEN coalesce(:texture::text, who.usual_texture) END AS given_texture
    FROM ${sessionsForBeneficiary}
    WHERE session.id = :sessionId AND ${bookableWithinReach}`,
});

const ownColumns = statement<{ id: BookingId }, Booking>({
  name: 'booking-as-it-is',
  text: `SELECT ${bookingColumns} FROM booking WHERE id = :id`,
});

/**
 * The ordinary way to a place: holds it, and looks. `book` does the same in one statement where many want the same; what
 * needs more than a place has time for this.
 */
export async function lookAtWish(
  tx: Transaction,
  wish: Wish,
): Promise<{ readonly facts: WishFacts; readonly earlier: Booking | undefined }> {
  await lockPlaces(tx, { ids: [wish.sessionId] });
  const [facts] = await factsOfWish(tx, wish);
  if (!facts) throw notFound('session');
  const [earlier] = await ownColumns(tx, { id: wish.id });
  return { facts, earlier };
}
