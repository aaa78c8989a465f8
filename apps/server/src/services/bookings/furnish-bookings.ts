import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import { type Database, isUniqueViolation, literals, statement } from '../../platform/database/index.js';
import { priceColumns } from '../pricing/index.js';
import { standing, subsidy } from './booking-facts.js';

/** A booking as it stands, with its history. The database checks the words. */
export interface BookingToFurnish {
  readonly id: string;
  readonly sessionId: string;
  readonly beneficiaryId: string;
  readonly bookerId: string;
  readonly bookerName?: string | null;
  readonly channel: string;
  readonly state: string;
  readonly texture: string | null;
  readonly bookedAt: Date;
  readonly checkedInAt: Date | null;
  /** Left out: nobody knows any more. */
  readonly checkedInBy?: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

const BATCH = 2000;

// Prices, ticket numbers and counters by the very rules of `book`; the constraints see to the rest.
const furnishBatch = statement<{ rows: string }, { count: number }>({
  name: 'furnish-bookings',
  text: `
    WITH given AS (
      SELECT *, row_number() OVER (PARTITION BY "sessionId" ORDER BY "bookedAt", id) AS nth
      FROM jsonb_to_recordset(:rows::jsonb) AS given (
        id uuid, "sessionId" uuid, "beneficiaryId" uuid, "bookerId" uuid, "bookerName" text, channel text, state text,
        texture text, "bookedAt" timestamptz, "checkedInAt" timestamptz, "checkedInBy" uuid, "cancelledAt" timestamptz, "cancelReason" text)
    ), booked AS (
      INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number,
                           texture, booked_at, checked_in_at, checked_in_by, cancelled_at, cancel_reason, rule_id, full_fen,
                           subsidy_fen, rule_name, payer)
      SELECT given.id, session.id, who.beneficiary_id, given."bookerId", given."bookerName", given.channel, given.state,
        (1000 + (places.first_ticket + places.issued + nth - 1) % 9000)::text,
        given.texture, given."bookedAt", given."checkedInAt", given."checkedInBy", given."cancelledAt", given."cancelReason", rule.rule_id,
        ${priceColumns('service.price_fen')}
      FROM given
        JOIN LATERAL (
          SELECT resident.id AS beneficiary_id, birth_date, coalesce(home.lineage, '{}') AS home_lineage
          FROM resident LEFT JOIN area home ON home.id = resident.building_id
          WHERE resident.id = given."beneficiaryId"
        ) who ON true
        JOIN session ON session.id = given."sessionId"
        JOIN session_places places ON places.session_id = session.id
        JOIN service ON service.id = session.service_id
        ${standing}
        ${subsidy}
      ON CONFLICT DO NOTHING
      RETURNING session_id, state, checked_in_at
    ), counted AS (
      UPDATE session_places SET
        taken = taken + held, issued = session_places.issued + added, checked_in = checked_in + arrived
      FROM (
        SELECT session_id AS booked_session_id, count(*) AS added, count(checked_in_at) AS arrived,
          count(*) FILTER (WHERE state IN (${literals(statesHoldingAPlace)})) AS held
        FROM booked GROUP BY session_id
      ) booked
      WHERE session_places.session_id = booked_session_id
    )
    SELECT count(*)::int AS count FROM booked`,
});

async function furnish(db: Database, bookings: readonly BookingToFurnish[]): Promise<number> {
  try {
    const [batch] = await furnishBatch(db, { rows: JSON.stringify(bookings) });
    return batch?.count ?? 0;
  } catch (error) {
    // Meals of one person and day count towards one cap: priced at once they do not know of each other.
    if (!isUniqueViolation(error) || bookings.length === 1) throw error;
    let count = 0;
    for (const booking of bookings) count += await furnish(db, [booking]);
    return count;
  }
}

/**
 * Takes over bookings that were made elsewhere: from an older system, or for the demonstration. No window, no quota and
 * no news, but never more than there are places. Those that are here already stay as they are.
 */
export async function furnishBookings(db: Database, bookings: readonly BookingToFurnish[]): Promise<number> {
  let count = 0;
  for (let start = 0; start < bookings.length; start += BATCH) {
    count += await furnish(db, bookings.slice(start, start + BATCH));
  }
  return count;
}
