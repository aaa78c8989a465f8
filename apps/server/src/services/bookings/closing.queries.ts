import { type CentreId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { BookingState, nextBookingState } from '@linli/domain/services/bookings';
import { recordRead } from '../../access/audit/index.js';
import { hasChannel } from '../../notices/outbox/index.js';
import { type Database, literals, statement, withinReach } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import { bookingColumns, bookingWithSession, sessionColumns } from './booking-rows.js';
import type { Booking } from './booking.type.js';
import type { ClosedDayBooking, ClosingService, DayClosingPreview } from './closing.type.js';
import { nextSessions } from './next-sessions.js';

const cancellable = literals(
  Object.values(BookingState).filter((state) => nextBookingState(state, 'CANCEL')),
);

interface At {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

// What closing the day takes away, by the same condition: what has not started.
const closingServices = statement<At, ClosingService>({
  name: 'closing-services',
  text: `
    SELECT service.id AS service_id, service.name, count(DISTINCT session.id)::int AS sessions,
      count(booking.id)::int AS bookings,
      (count(booking.id) FILTER (WHERE NOT ${hasChannel}))::int AS to_call
    FROM session
      JOIN service ON service.id = session.service_id
      LEFT JOIN booking ON booking.session_id = session.id AND booking.state IN (${cancellable})
      LEFT JOIN resident ON resident.id = booking.beneficiary_id
    WHERE session.centre_id = :centreId AND session.day = :day AND session.state = 'SCHEDULED'
      AND session.starts_at > now()
    GROUP BY service.id
    ORDER BY service.category <> 'MEAL', service.name, service.id`,
});

const sum = (lines: readonly ClosingService[], of: 'sessions' | 'bookings' | 'toCall'): number =>
  lines.reduce((all, line) => all + line[of], 0);

/** Whom closing a day would hit, by service; for whoever may close it. */
export async function previewDayClosing(db: Database, viewer: Viewer, at: At): Promise<DayClosingPreview> {
  await centreFor(db, viewer, 'MANAGE_SERVICES', at.centreId);
  const services = await closingServices(db, at);
  return {
    ...{ day: at.day, services, sessions: sum(services, 'sessions') },
    ...{ bookings: sum(services, 'bookings'), toCall: sum(services, 'toCall') },
  };
}

const closedDayBookingsOf = statement<Reach & At, Booking & { mustCall: boolean }>({
  name: 'closed-day-bookings',
  text: `
    SELECT ${bookingColumns}, ${sessionColumns}, NOT ${hasChannel} AS must_call
    FROM ${bookingWithSession}
    WHERE session.centre_id = :centreId AND session.day = :day AND session.state = 'CANCELLED'
      AND booking.state = 'CANCELLED' AND booking.cancel_reason = session.cancel_reason
      AND ${withinReach({ centre: 'session.centre_id', areaLineage: 'centre_area.lineage' })}
    ORDER BY ${hasChannel}, session.starts_at, booking.id`,
});

/** Whose bookings a closed day took, those first who must be called, each with what is free instead. On record. */
export async function closedDayBookings(db: Database, viewer: Viewer, at: At): Promise<ClosedDayBooking[]> {
  await centreFor(db, viewer, 'CHECK_IN', at.centreId);
  const rows = await closedDayBookingsOf(db, { ...at, ...reachOf(viewer, 'CHECK_IN') });
  const next = await nextSessions(db, { ids: [...new Set(rows.map(({ sessionId }) => sessionId))] });
  await recordRead(db, viewer, {
    ...{ action: 'CLOSED_DAY_SHOWN', subjectKind: 'RESIDENT', places: { centreIds: [at.centreId] } },
    ids: rows.map(({ beneficiaryId }) => beneficiaryId),
  });
  return rows.map((booking) => ({
    ...{ booking, mustCall: booking.mustCall },
    instead: next.filter(({ insteadOf }) => insteadOf === booking.sessionId),
  }));
}
