import { statesHoldingAPlace } from '@linli/domain/services/bookings';

const holding = statesHoldingAPlace.map((state) => `'${state}'`).join(', ');

/** The columns of BookingFacts for `:beneficiaryId`, over `session` and its `places`. */
export const bookingFacts = `
  now() AS now,
  session.opens_at,
  session.closes_at,
  session.weekly_quota,
  session.capacity,
  coalesce(places.taken, 0) AS taken,
  EXISTS (
    SELECT FROM booking
    WHERE session_id = session.id AND beneficiary_id = :beneficiaryId AND state <> 'CANCELLED'
  ) AS already_booked,
  (
    SELECT count(*)::int
    FROM booking JOIN session other ON other.id = booking.session_id
    WHERE booking.beneficiary_id = :beneficiaryId AND booking.state IN (${holding})
      AND other.service_id = session.service_id
      AND date_trunc('week', other.day::timestamp) = date_trunc('week', session.day::timestamp)
  ) AS booked_this_week`;

export const sessionWithPlaces = 'session LEFT JOIN session_places places ON places.session_id = session.id';
