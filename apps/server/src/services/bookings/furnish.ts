import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import { statement, type Transaction } from '../../platform/database/index.js';
import { bestRuleFor } from '../pricing/index.js';

const list = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

export interface BookingToFurnish {
  readonly id: string;
  readonly sessionId: string;
  readonly beneficiaryId: string;
  readonly bookerId: string;
  readonly channel: string;
  readonly state: string;
  readonly texture: string | null;
  readonly bookedAt: Date;
  readonly checkedInAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

// Priced by the rules of its day and numbered in the order of booking, as if each had been booked by itself.
const insertBookings = statement<{ rows: string }, never>({
  name: 'furnish-bookings',
  text: `
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, texture, full_fen,
                         subsidy_fen, rule_id, rule_name, payer, booked_at, checked_in_at, cancelled_at, cancelled_by, cancel_reason)
    SELECT rows.id, session.id, resident.id, rows."bookerId", rows.channel, rows.state,
      (1000 + (first_ticket + row_number() OVER (PARTITION BY session.id ORDER BY rows."bookedAt", rows.id) - 1) % 9000)::text,
      rows.texture, service.price_fen, least(coalesce(rule.subsidy_fen, 0), service.price_fen),
      rule.rule_id, rule.rule_name, rule.payer,
      rows."bookedAt", rows."checkedInAt", rows."cancelledAt",
      CASE WHEN rows.state = 'CANCELLED' THEN rows."bookerId" END, rows."cancelReason"
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
        id uuid, "sessionId" uuid, "beneficiaryId" uuid, "bookerId" uuid, channel text, state text, texture text,
        "bookedAt" timestamptz, "checkedInAt" timestamptz, "cancelledAt" timestamptz, "cancelReason" text)
      JOIN session ON session.id = rows."sessionId"
      JOIN session_places ON session_places.session_id = session.id
      JOIN service ON service.id = session.service_id
      JOIN resident ON resident.id = rows."beneficiaryId"
      LEFT JOIN area home ON home.id = resident.building_id
      CROSS JOIN LATERAL (
        SELECT extract(year FROM age(session.day, resident.birth_date))::int AS age,
          ARRAY(
            SELECT need FROM care_need
            WHERE resident_id = resident.id
              AND session.day BETWEEN care_need.valid_from AND coalesce(care_need.valid_to, 'infinity')
          ) AS needs
      ) standing
      ${bestRuleFor({
        isMeal: 'service.meal IS NOT NULL',
        day: 'session.day',
        age: 'standing.age',
        needs: 'standing.needs',
        homeLineage: 'home.lineage',
      })}`,
});

const countPlaces = statement<object, never>({
  name: 'furnish-session-places',
  text: `
    UPDATE session_places
    SET taken = held, checked_in = arrived, issued = booked, settled = over
    FROM (
      SELECT session.id,
        count(booking.id)::int AS booked,
        count(booking.id) FILTER (WHERE booking.state IN (${list(statesHoldingAPlace)}))::int AS held,
        count(booking.checked_in_at)::int AS arrived,
        session.ends_at + interval '2 hours' < now() AS over
      FROM session LEFT JOIN booking ON booking.session_id = session.id
      GROUP BY session.id
    ) counted
    WHERE session_places.session_id = counted.id`,
});

/** Bookings of many weeks, past and to come. The bookings' own constraints hold as ever. */
export async function furnishBookings(tx: Transaction, bookings: readonly BookingToFurnish[]): Promise<void> {
  await insertBookings(tx, { rows: JSON.stringify(bookings) });
  await countPlaces(tx, {});
}
