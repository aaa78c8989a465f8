import type { CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { statesGiven, statesServed } from '@linli/domain/services/bookings';
import type { Meal, MealWay } from '@linli/domain/services/centres';
import type { Portion } from '@linli/domain/services/meals';
import { literals, statement } from '../../platform/database/index.js';

export interface AtMeal {
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly meal: Meal;
}

export interface WayTimes {
  readonly way: MealWay;
  readonly freezesAt: Date;
  /** Null until all its sittings are. */
  readonly frozenAt: Date | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A way with several sittings freezes with the last of them. */
export const waysOfMeal = statement<AtMeal, WayTimes>({
  name: 'ways-of-meal',
  text: `
    SELECT service.way, max(closes_at) AS freezes_at, min(starts_at) AS starts_at, max(ends_at) AS ends_at,
      CASE WHEN bool_and(frozen_at IS NOT NULL) THEN max(frozen_at) END AS frozen_at
    FROM session
      JOIN service ON service.id = session.service_id
      LEFT JOIN meal_freeze ON meal_freeze.session_id = session.id
    WHERE session.centre_id = :centreId AND session.day = :day AND service.meal = :meal AND NOT session.withdrawn
      AND session.state = 'SCHEDULED'
    GROUP BY service.way
    ORDER BY array_position(ARRAY['DINE_IN', 'PICK_UP', 'DELIVERY'], service.way)`,
});

/** One line of one of the three books: the orders as they stand, the frozen sheet, the slips since. */
export interface BookLine extends Portion {
  readonly book: 'ORDER' | 'ROW' | 'SLIP';
  readonly isFrozen: boolean;
  readonly beneficiaryId: PersonId;
  readonly served: boolean;
  /** Of a slip. */
  readonly at: Date | null;
  readonly change: 1 | -1 | null;
  readonly by: string | null;
  readonly reason: string | null;
}

// One statement, so that all three are of the same moment.
export const booksOfMeal = statement<AtMeal, BookLine>({
  name: 'books-of-meal',
  text: `
    WITH eaten AS (
      SELECT session.id, service.way, meal_freeze.session_id IS NOT NULL AS is_frozen
      FROM session
        JOIN service ON service.id = session.service_id
        LEFT JOIN meal_freeze ON meal_freeze.session_id = session.id
      WHERE session.centre_id = :centreId AND session.day = :day AND service.meal = :meal
    ), lines AS (
      SELECT 'ORDER' AS book, eaten.way, is_frozen, booking.id AS booking_id, booking.beneficiary_id,
        booking.ticket_number, coalesce(booking.texture, resident.texture) AS texture, resident.allergies,
        booking.allergy_overridden AS overridden, booking.state IN (${literals(statesServed)}) AS served,
        NULL::timestamptz AS at, NULL::smallint AS change, NULL::text AS by, NULL::text AS reason, 0::bigint AS nth
      FROM eaten
        JOIN booking ON booking.session_id = eaten.id
        JOIN resident ON resident.id = booking.beneficiary_id
      WHERE booking.state IN (${literals(statesGiven)})
      UNION ALL
      SELECT 'ROW', eaten.way, true, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden, false,
        NULL, NULL, NULL, NULL, 0
      FROM eaten JOIN meal_freeze_row ON session_id = eaten.id
      UNION ALL
      SELECT 'SLIP', eaten.way, true, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden, false,
        at, change, by_name, reason, meal_slip.id
      FROM eaten JOIN meal_slip ON session_id = eaten.id
    )
    SELECT book, way, is_frozen, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden, served,
      at, change, by, reason
    FROM lines ORDER BY nth, ticket_number, booking_id`,
});
