import type { Viewer } from '@linli/domain/access';
import {
  type AppealDecision,
  type AppealNoShowInput,
  type BookingId,
  type DecideAppealInput,
  refusalToAppeal,
  refusalToDecideAppeal,
} from '@linli/domain/services/bookings';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditBooking } from './audit-booking.js';
import { placeOf, targetOf } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { bookingToChange, changeInside } from './change-booking.js';
import { appealOf } from './no-show-appeal.queries.js';
import { tellOfBookings } from './tell.js';

const insertAppeal = statement<{ id: BookingId; reason: string; by: string }, never>({
  name: 'insert-no-show-appeal',
  text: 'INSERT INTO no_show_appeal (booking_id, reason, made_by) VALUES (:id, :reason, :by)',
});

/** A resident, or who cares for them, says why they did not come, or that they did. The same again changes nothing. */
export const appealNoShow = (
  db: Database,
  viewer: Viewer,
  { id, reason }: AppealNoShowInput,
): Promise<Booking | Refused> =>
  transaction(db, async (tx) => {
    const booking = await bookingToChange(tx, viewer, { id, action: 'APPEAL_NO_SHOW', target: targetOf });
    const appeal = await appealOf(tx, id);
    if (appeal?.reason === reason) return booking;
    const refusal = refusalToAppeal(booking.state, appeal);
    if (refusal) return new Refused(refusal);
    await insertAppeal(tx, { id, reason, by: viewer.personId });
    await tellCentre(tx, booking, 'bookings.no-show-appealed');
    return booking;
  });

const tellCentre = (tx: Transaction, { id, sessionId, centreId }: Booking, name: string): Promise<void> =>
  recordEvent(tx, { name, subjectId: centreId, payload: { bookingId: id, sessionId } });

interface Decision {
  readonly id: BookingId;
  readonly decision: AppealDecision;
  readonly reason: string | null;
  readonly by: string;
  readonly byName: string;
}
const decide = statement<Decision, never>({
  name: 'decide-no-show-appeal',
  text: `
    UPDATE no_show_appeal SET decision = :decision, decided_at = now(), decided_by = :by, decider_name = :byName,
      decision_reason = :reason
    WHERE booking_id = :id`,
});

const deciding = { action: 'DECIDE_BOOKINGS', target: placeOf } as const;

/** Staff of the centre decide: it was none, and everything that follows from it is undone; or it was, and why. */
export const decideAppeal = (
  db: Database,
  viewer: Viewer,
  { id, decision, reason = null }: DecideAppealInput,
): Promise<Booking | Refused> =>
  transaction(db, async (tx) => {
    const booking = await bookingToChange(tx, viewer, { id, ...deciding });
    const appeal = await appealOf(tx, id);
    if (appeal?.decision === decision && appeal.decisionReason === reason) return booking;
    const refusal = refusalToDecideAppeal(booking.state, appeal);
    if (refusal) return new Refused(refusal);
    await decide(tx, { id, decision, reason, by: viewer.personId, byName: viewer.name });
    const decided = decision === 'HEALED' ? await heal(tx, viewer, id) : booking;
    if (decided instanceof Refused) throw new Error(`A no-show that cannot be healed: ${decided.code}`);
    if (decision === 'UPHELD') {
      await tellCentre(tx, booking, 'bookings.no-show-upheld');
      await tellOfBookings(tx, { kind: 'APPEAL_DECLINED', bookings: [id], more: { reason: reason ?? '' } });
    } else await tellOfBookings(tx, { kind: 'NO_SHOW_HEALED', bookings: [id], more: {} });
    await auditBooking(tx, viewer, decided, `NO_SHOW_${decision}`, reason === null ? {} : { reason });
    return decided;
  });

const heal = (tx: Transaction, viewer: Viewer, id: BookingId): Promise<Booking | Refused> =>
  changeInside(tx, viewer, {
    ...{ id, ...deciding, move: 'HEAL', event: 'bookings.no-show-healed' },
    isDone: () => false,
    refusal: () => undefined,
  });
