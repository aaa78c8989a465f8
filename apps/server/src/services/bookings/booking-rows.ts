import type { Target } from '@linli/domain/access';
import type { Booking } from './booking.type.js';

/** The columns of `Booking` that are its own. */
export const bookingColumns = `
  booking.id, booking.ticket_number, booking.state, booking.channel, booking.texture, booking.session_id,
  booking.beneficiary_id, booking.booker_id, booking.booked_at, booking.checked_in_at, booking.cancelled_at,
  booking.cancel_reason, booking.full_fen, booking.subsidy_fen, booking.rule_name, booking.payer,
  booking.allergy_overridden`;

/** The columns of `Booking` that are its session's and its people's, over `bookingWithSession`. */
export const sessionColumns = `
  now() AS now, session.centre_id, session.day, session.starts_at, session.ends_at, session.cancel_until,
  session.state AS session_state, centre_area.lineage AS centre_lineage, home.lineage AS home_lineage`;

export const bookingWithSession = `
  booking
  JOIN session ON session.id = booking.session_id
  JOIN centre ON centre.id = session.centre_id
  LEFT JOIN area centre_area ON centre_area.id = centre.area_id
  JOIN resident ON resident.id = booking.beneficiary_id
  LEFT JOIN area home ON home.id = resident.building_id`;

/** Where a booking is served: what the centre's own people reach it by. */
export const placeOf = ({ centreId, centreLineage }: Booking): Target => ({
  centreId,
  areaLineage: centreLineage ?? [],
});

/** By whom a booking is reached: its beneficiary, the centre, and whoever looks after either's area. */
export const targetOf = (booking: Booking): Target => ({
  personId: booking.beneficiaryId,
  centreId: booking.centreId,
  areaLineage: [...(booking.centreLineage ?? []), ...(booking.homeLineage ?? [])],
});
