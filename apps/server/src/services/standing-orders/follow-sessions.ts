import type { SessionId } from '@linli/domain/services/centres';
import { now, statement, type Transaction } from '../../platform/database/index.js';
import { runJobAt } from '../../platform/jobs/index.js';
import type { SessionFollower } from '../centres/index.js';

/** The job that books the days of standing orders. */
export const MATERIALISE = 'standing-orders:materialise';

// What the person cancelled earlier stays theirs; what the centre took, in this transaction, is open again.
const letGo = statement<{ ids: readonly SessionId[] }, never>({
  name: 'standing-days-let-go',
  text: `
    UPDATE standing_order_day SET booking_id = NULL, refusal = 'SESSION_CANCELLED', details = NULL
    FROM booking
    WHERE booking.id = standing_order_day.booking_id AND booking.session_id = ANY (:ids::uuid[])
      AND booking.state = 'CANCELLED' AND booking.cancelled_at = now()`,
});

const NONE = () => Promise.resolve(new Map<SessionId, number>());

/** Bookings have followed already: a day that the centre took away is booked again if it comes back. */
export const standingOrdersFollowSessions: SessionFollower = {
  countBooked: NONE,
  countHeld: NONE,
  hold: () => Promise.resolve(),
  capacityChanged: () => Promise.resolve(),
  async cancelBooked(tx: Transaction, ids: readonly SessionId[]) {
    await letGo(tx, { ids });
    return 0;
  },
  async broughtBack(tx: Transaction) {
    await runJobAt(tx, MATERIALISE, await now(tx));
  },
};
