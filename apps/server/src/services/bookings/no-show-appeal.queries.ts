import { type CentreId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import { bookingColumns, bookingWithSession, sessionColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import type { NoShowAppeal } from './no-show-appeal.type.js';

const appeals = statement<{ ids: readonly BookingId[] }, NoShowAppeal & { bookingId: BookingId }>({
  name: 'no-show-appeals',
  text: `
    SELECT booking_id, reason, made_at, decision, decided_at, decision_reason FROM no_show_appeal
    WHERE booking_id = ANY (:ids::uuid[])`,
});

/** What was said against this no-show, if anything was. */
export async function appealOf(db: Database, id: BookingId): Promise<NoShowAppeal | null> {
  const [appeal] = await appeals(db, { ids: [id] });
  return appeal ?? null;
}

export const batchedAppealOf = batched(
  ({ db }, ids: readonly BookingId[]) => appeals(db, { ids }),
  (rows, id): NoShowAppeal | null => rows.find(({ bookingId }) => bookingId === id) ?? null,
);

const openAppeals = statement<Reach & { centreId: CentreId }, Booking>({
  name: 'open-appeals',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}
    FROM no_show_appeal JOIN (${bookingWithSession}) ON booking.id = no_show_appeal.booking_id
    WHERE no_show_appeal.decision IS NULL AND session.centre_id = :centreId
      AND ${withinReach({ centre: 'session.centre_id', areaLineage: 'centre_area.lineage' })}
    ORDER BY no_show_appeal.made_at, booking.id`,
});

/** No-shows of a centre that somebody appealed against and nobody has decided about, the oldest first. */
export async function openAppealsOf(db: Database, viewer: Viewer, centreId: CentreId): Promise<Booking[]> {
  await centreFor(db, viewer, 'DECIDE_BOOKINGS', centreId);
  return openAppeals(db, { centreId, ...reachOf(viewer, 'DECIDE_BOOKINGS') });
}

const openRequests = statement<Reach & { centreId: CentreId }, Booking>({
  name: 'open-requests',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns} FROM ${bookingWithSession}
    WHERE booking.state = 'REQUESTED' AND session.centre_id = :centreId AND now() < session.closes_at
      AND ${withinReach({ centre: 'session.centre_id', areaLineage: 'centre_area.lineage' })}
    ORDER BY session.closes_at, booking.booked_at, booking.id`,
});

/** What was asked for at a centre and waits for a decision, the most urgent first. */
export async function openRequestsOf(db: Database, viewer: Viewer, centreId: CentreId): Promise<Booking[]> {
  await centreFor(db, viewer, 'DECIDE_BOOKINGS', centreId);
  return openRequests(db, { centreId, ...reachOf(viewer, 'DECIDE_BOOKINGS') });
}
