import { type BookingId, type BookingState, statesWithoutEffect } from '@linli/domain/services/bookings';
import { type Database, statement } from '../../platform/database/index.js';

export interface FeedBooking {
  readonly id: BookingId;
  readonly state: BookingState;
  readonly ticketNumber: string;
  readonly service: string;
  readonly centre: string;
  readonly address: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date;
}

export interface Feed {
  readonly id: string;
  readonly language: string;
  readonly bookings: readonly FeedBooking[];
}

type Row = { readonly feedId: string; readonly language: string } & (
  FeedBooking | Record<keyof FeedBooking, null>
);

const PAST_DAYS = 60;
const MOST = 1000;

// Of the person alone, and no names of people. A wish that only ever waited is no appointment.
const feedRows = statement<{ tokenHash: Buffer }, Row>({
  name: 'calendar-feed-bookings',
  text: `
    SELECT feed.id AS feed_id, resident.language, shown.*
    FROM calendar_feed feed
      JOIN resident ON resident.id = feed.resident_id
      LEFT JOIN LATERAL (
        SELECT booking.id, booking.state, booking.ticket_number, service.name AS service, centre.name AS centre,
          centre.address, service.place, session.starts_at, session.ends_at,
          greatest(booking.booked_at, booking.cancelled_at) AS changed_at
        FROM booking
          JOIN session ON session.id = booking.session_id
          JOIN service ON service.id = session.service_id
          JOIN centre ON centre.id = session.centre_id
        WHERE booking.beneficiary_id = resident.id AND booking.state <> 'WAITLISTED'
          AND session.starts_at > now() - interval '${PAST_DAYS} days'
        ORDER BY session.starts_at DESC, booking.id
        LIMIT ${MOST}
      ) shown ON true
    WHERE feed.token_hash = :tokenHash AND feed.revoked_at IS NULL
    ORDER BY shown.starts_at, shown.id`,
});

/** Nothing for an address that is none, or none any more. */
export async function feedBehind(db: Database, tokenHash: Buffer): Promise<Feed | undefined> {
  const rows = await feedRows(db, { tokenHash });
  const [first] = rows;
  if (!first) return undefined;
  const bookings = rows.filter((row): row is Row & FeedBooking => row.id !== null);
  return { id: first.feedId, language: first.language, bookings };
}

/** What a calendar makes of a booking's state. */
export function statusOf(state: BookingState): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (statesWithoutEffect.includes(state)) return 'CANCELLED';
  return state === 'REQUESTED' || state === 'OFFERED' ? 'TENTATIVE' : 'CONFIRMED';
}
