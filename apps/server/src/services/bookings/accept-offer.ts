import type { Viewer } from '@linli/domain/access';
import { type AcceptOfferInput, refusalToAccept } from '@linli/domain/services/bookings';
import type { Database } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { changeBooking } from './change-booking.js';

/** The place that was held becomes the person's. Twice is once. */
export const acceptOffer = (
  db: Database,
  viewer: Viewer,
  { id }: AcceptOfferInput,
): Promise<Booking | Refused> =>
  changeBooking(db, viewer, {
    ...{ id, move: 'CONFIRM', action: 'BOOK', event: 'bookings.offer-accepted', target: targetOf },
    isDone: ({ state, heldUntil }) => state === 'CONFIRMED' && heldUntil !== null,
    refusal: refusalToAccept,
  });
