import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { detailsOfRefusal, type JoinWaitlistInput, refusalToJoin } from '@linli/domain/services/bookings';
import { type Database, secondLook, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { isSameWish, type Wish, wishOf } from './book-once.js';
import { recordOverride } from './book.js';
import { factsOf } from './booking-facts.js';
import { bookingColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import { lookAtWish, type WishFacts } from './look-at-wish.js';
import { tellOfBookings } from './tell.js';

// The number in the line is the session's own, under the lock that is held: who came first stands first.
const standInLine = statement<Wish & WishFacts & { overridden: boolean }, Booking>({
  name: 'stand-in-line',
  text: `
    WITH line AS (
      UPDATE session_places SET waiting = waiting + 1, queued = queued + 1 WHERE session_id = :sessionId
      RETURNING queued
    ), booking AS (
      INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number,
        queue_number, texture, full_fen, subsidy_fen, rule_id, rule_name, payer, allergy_overridden, run_id)
      SELECT :id, :sessionId, :beneficiaryId, :bookerId, :bookerName, :channel, 'WAITLISTED', '',
        queued, :givenTexture, :fullFen, :subsidyFen, :ruleId, :ruleName, :payer, :overridden, :ownRunId
      FROM line
      RETURNING *
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'bookings.waitlisted', :centreId::uuid, jsonb_build_object('bookingId', id, 'sessionId', session_id)
      FROM booking
    )
    SELECT ${bookingColumns} FROM booking`,
});

/** Stands in line for a place of a full session. The same wish again is the same place in the line. */
export async function joinWaitlist(
  db: Database,
  viewer: Viewer,
  input: JoinWaitlistInput,
): Promise<Booking | Refused> {
  const wish = wishOf(viewer, input);
  if (!wish) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  const join = () =>
    transaction(db, async (tx) => {
      const { facts: row, earlier } = await lookAtWish(tx, wish);
      if (earlier) {
        return isSameWish(earlier, wish) ? Object.assign(row, earlier) : new Refused(Refusal.CONFLICT);
      }
      const facts = factsOf(row, wish);
      const refusal = refusalToJoin({ ...facts, waitlist: row.waitlist });
      if (refusal) return new Refused(refusal, detailsOfRefusal(refusal, facts));
      const overridden = row.clashes.length > 0;
      const [booking] = await standInLine(tx, { ...row, ...wish, overridden });
      if (!booking) throw new Error('Nobody stood in line');
      const waiting = Object.assign(row, booking);
      await tellOfBookings(tx, {
        ...{ kind: 'WAITLISTED', bookings: [booking.id], more: {}, except: viewer.personId },
      });
      await recordOverride(tx, viewer, waiting);
      return waiting;
    });
  return secondLook(join);
}
