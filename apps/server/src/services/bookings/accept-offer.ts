import type { Viewer } from '@linli/domain/access';
import {
  type AcceptOfferInput,
  detailsOfRefusal,
  refusalToAccept,
  refusalToTakeUp,
} from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { wishOf } from './book-once.js';
import { factsOf } from './booking-facts.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { changeBooking } from './change-booking.js';
import { lookAtWish } from './look-at-wish.js';

const policyOf = statement<{ sessionId: SessionId }, { needsApproval: boolean }>({
  name: 'approval-of-session',
  text: `
    SELECT needs_approval FROM session JOIN service ON service.id = session.service_id WHERE session.id = :sessionId`,
});
const isDecided = async (tx: Transaction, sessionId: SessionId): Promise<boolean> =>
  (await policyOf(tx, { sessionId }))[0]?.needsApproval === true;

/** The place that was held becomes the person's, or waits for a decision where the service wants one. Twice is once. */
export const acceptOffer = (
  db: Database,
  viewer: Viewer,
  { id }: AcceptOfferInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
    move: async ({ sessionId }, tx) => ((await isDecided(tx, sessionId)) ? 'REQUEST' : 'CONFIRM'),
    ...{ id, action: 'BOOK', event: 'bookings.offer-accepted', target: targetOf },
    isDone: ({ state, heldUntil }) => heldUntil !== null && (state === 'CONFIRMED' || state === 'REQUESTED'),
    refusal: async (booking, tx) => refusalToAccept(booking) ?? (await refusedByRules(tx, viewer, booking)),
  });

/** What has happened since the person began to wait: another booking at that time, say. */
async function refusedByRules(
  tx: Transaction,
  viewer: Viewer,
  booking: Booking,
): Promise<Refused | undefined> {
  const isStaff = viewer.face === 'CONSOLE';
  const wish = wishOf(viewer, { ...wishAgain(booking), channel: isStaff ? 'PHONE' : 'APP' });
  if (!wish) return undefined;
  const { facts: row } = await lookAtWish(tx, wish);
  const facts = factsOf(row, { atCounter: isStaff, allowAllergens: booking.allergyOverridden });
  const refusal = refusalToTakeUp(facts);
  return refusal && new Refused(refusal, detailsOfRefusal(refusal, facts));
}

const wishAgain = ({ id, sessionId, beneficiaryId, texture }: Booking) => ({
  id,
  sessionId,
  beneficiaryId,
  texture,
});
