import { type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched } from '../../platform/graphql/index.js';
import { sessionFor } from '../centres/index.js';
import { bookingColumns, bookingWithSession, sessionColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';

/** Of a `booking` that waits. */
export const positionInLine = `
  SELECT count(*)::int FROM booking ahead
  WHERE ahead.session_id = booking.session_id AND ahead.state = 'WAITLISTED' AND ahead.queue_number <= booking.queue_number`;

const positions = statement<{ ids: readonly BookingId[] }, { id: BookingId; position: number }>({
  name: 'positions-in-line',
  text: `
    SELECT booking.id, (${positionInLine}) AS position
    FROM booking WHERE booking.id = ANY (:ids::uuid[]) AND booking.state = 'WAITLISTED'`,
});

/** The first in line is 1; null for whoever does not wait. */
export const positionOf = batched(
  ({ db }, ids: readonly BookingId[]) => positions(db, { ids }),
  (rows, id) => rows.find((row) => row.id === id)?.position ?? null,
);

const inLine = statement<Reach & { sessionId: SessionId }, Booking>({
  name: 'bookings-in-line',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns} FROM ${bookingWithSession}
    WHERE booking.session_id = :sessionId AND booking.state IN ('OFFERED', 'WAITLISTED')
      AND ${withinReach({ centre: 'session.centre_id', areaLineage: 'centre_area.lineage' })}
    ORDER BY booking.state = 'WAITLISTED', booking.queue_number`,
});

/** Those who are offered a place of a session and those who wait for one, in their order; for whoever receives them. */
export async function waitlistOf(db: Database, viewer: Viewer, sessionId: SessionId): Promise<Booking[]> {
  await sessionFor(db, viewer, 'CHECK_IN', sessionId);
  return inLine(db, { sessionId, ...reachOf(viewer, 'CHECK_IN') });
}
