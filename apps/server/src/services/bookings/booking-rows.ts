import type { Target } from '@linli/domain/access';
import type { SessionWithPlaces } from './bookable-session.type.js';
import type { Booking } from './booking.type.js';

/** The columns of `Booking` that are its own. */
export const bookingColumns = `
  booking.id, booking.ticket_number, booking.state, booking.channel, booking.texture, booking.session_id,
  booking.beneficiary_id, booking.booker_id, booking.booked_at, booking.checked_in_at, booking.cancelled_at,
  booking.cancel_reason, booking.full_fen, booking.subsidy_fen, booking.rule_name, booking.payer,
  booking.allergy_overridden, booking.held_until, booking.decided_at,
  booking.decision_reason, booking.rescheduled_from, booking.group_id, booking.run_id`;

/** The columns of `Booking` that are its session's and its people's, over `bookingWithSession`. */
export const sessionColumns = `
  now() AS now, session.centre_id, session.day, session.starts_at, session.ends_at, session.cancel_until,
  session.closes_at, session.state AS session_state, centre_area.lineage AS centre_lineage, home.lineage AS home_lineage`;

export const bookingWithSession = `
  booking
  JOIN session ON session.id = booking.session_id
  JOIN centre ON centre.id = session.centre_id
  LEFT JOIN area centre_area ON centre_area.id = centre.area_id
  JOIN resident ON resident.id = booking.beneficiary_id
  LEFT JOIN area home ON home.id = resident.building_id`;

type OfSession = 'centreId' | 'day' | 'startsAt' | 'endsAt' | 'cancelUntil' | 'closesAt';
/** A booking as it is read together with its session and the session's counters. */
export type BookingRow = Booking &
  Omit<SessionWithPlaces, OfSession | 'id' | 'state' | 'cancelReason'> & {
    readonly sessionCancelReason: string | null;
  };

/** What `sessionColumns` leave out, over `bookingWithSession` and `sessionPlaces`. */
export const restOfSession = `
  session.service_id, session.series_id, session.opens_at, session.capacity, session.weekly_quota, session.monthly_quota, session.walk_in,
  session.withdrawn, session.cancel_reason AS session_cancel_reason, places.taken, places.checked_in, places.waiting`;

export const sessionPlaces = 'JOIN session_places places ON places.session_id = session.id';

/** The booking with its session at hand: nothing has to be read again to show it. */
export function bookingOfRow(row: BookingRow): Booking {
  const { sessionId: id, sessionState: state, sessionCancelReason: cancelReason } = row;
  const {
    serviceId,
    opensAt,
    closesAt,
    seriesId,
    capacity,
    weeklyQuota,
    monthlyQuota,
    walkIn,
    withdrawn,
    taken,
    checkedIn,
    waiting,
  } = row;
  const { centreId, day, startsAt, endsAt, cancelUntil } = row;
  const session: SessionWithPlaces = {
    ...{
      id,
      serviceId,
      centreId,
      day,
      startsAt,
      endsAt,
      opensAt,
      closesAt,
      cancelUntil,
      state,
      cancelReason,
      seriesId,
    },
    ...{ capacity, weeklyQuota, monthlyQuota, walkIn, withdrawn, taken, checkedIn, waiting },
  };
  return Object.assign(row, { session });
}

/** Where a booking is served: what the centre's own people reach it by. */
export const placeOf = ({
  centreId,
  centreLineage,
}: Pick<Booking, 'centreId' | 'centreLineage'>): Target => ({
  centreId,
  areaLineage: centreLineage ?? [],
});

/** By whom a booking is reached: its beneficiary, the centre, and whoever looks after either's area. */
export const targetOf = (booking: Booking): Target => ({
  personId: booking.beneficiaryId,
  centreId: booking.centreId,
  areaLineage: [...(booking.centreLineage ?? []), ...(booking.homeLineage ?? [])],
});
