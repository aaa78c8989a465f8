import type { CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { statesHoldingAPlace, statesServed } from '@linli/domain/services/bookings';
import type { Meal, MealWay } from '@linli/domain/services/centres';
import type { MealOrder } from '@linli/domain/services/meals';
import { statement } from '../../platform/database/index.js';

const list = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

export interface AtMeal {
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly meal: Meal;
}

export interface WayTimes {
  readonly way: MealWay;
  readonly freezesAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly now: Date;
}

/** A way with several sittings freezes with the last of them. */
export const waysOfMeal = statement<AtMeal, WayTimes>({
  name: 'ways-of-meal',
  text: `
    SELECT service.way, max(closes_at) AS freezes_at, min(starts_at) AS starts_at, max(ends_at) AS ends_at, now() AS now
    FROM session JOIN service ON service.id = session.service_id
    WHERE session.centre_id = :centreId AND session.day = :day AND service.meal = :meal AND NOT session.withdrawn
      AND session.state = 'SCHEDULED'
    GROUP BY service.way
    ORDER BY array_position(ARRAY['DINE_IN', 'PICK_UP', 'DELIVERY'], service.way)`,
});

/** Who changed an order is named when they work here; a resident is 王*. */
const by = (name: string): string => `coalesce(booking.${name}, left(resident.name, 1) || '*')`;

export const ordersOfMeal = statement<AtMeal, MealOrder & { beneficiaryId: PersonId }>({
  name: 'orders-of-meal',
  text: `
    SELECT booking.beneficiary_id, booking.ticket_number, service.way,
      coalesce(booking.texture, resident.texture) AS texture, resident.allergies,
      booking.allergy_overridden AS overridden,
      booking.state IN (${list(statesHoldingAPlace)}) AS stands,
      booking.state IN (${list(statesServed)}) AS served,
      booking.booked_at, ${by('booker_name')} AS booked_by,
      booking.cancelled_at, ${by('canceller_name')} AS cancelled_by, booking.cancel_reason
    FROM session
      JOIN service ON service.id = session.service_id
      JOIN booking ON booking.session_id = session.id
      JOIN resident ON resident.id = booking.beneficiary_id
    WHERE session.centre_id = :centreId AND session.day = :day AND service.meal = :meal
      AND booking.state IN (${list([...statesHoldingAPlace, 'CANCELLED'])})
    ORDER BY booking.ticket_number`,
});
