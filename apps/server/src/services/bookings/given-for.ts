import { statesWithoutEffect } from '@linli/domain/services/bookings';
import { literals } from '../../platform/database/index.js';

const withoutEffect = literals(statesWithoutEffect);

/** What a rule gives `who` for the meals of that day that have an effect, but for one of them. */
export const givenFor =
  (but = 'false') =>
  (rule: string): string => `(
    SELECT coalesce(sum(CASE WHEN coalesce(share.rule_id, booking.rule_id) = ${rule} THEN coalesce(share.fen, booking.subsidy_fen) END), 0)
    FROM booking
      JOIN session other ON other.id = booking.session_id
      LEFT JOIN booking_share share ON share.booking_id = booking.id
    WHERE booking.beneficiary_id = who.beneficiary_id AND other.day = session.day
      AND booking.state NOT IN (${withoutEffect}) AND NOT ${but})::int`;
