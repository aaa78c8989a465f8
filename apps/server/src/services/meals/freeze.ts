import type { CentreId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { statesHoldingAPlace } from '@linli/domain/services/bookings';
import type { Meal, SessionId } from '@linli/domain/services/centres';
import { type Database, literals, statement, transaction } from '../../platform/database/index.js';
import { endWaitingOf } from '../bookings/index.js';

const holding = literals(statesHoldingAPlace);

interface Where {
  /** Null: every centre, as the job asks. */
  readonly centreId: CentreId | null;
  readonly day: PlainDate | null;
  readonly meal: Meal | null;
}

// The job asks for what is not long over; who opens an older sheet names it.
const sessionsToFreeze = statement<Where, { id: SessionId }>({
  name: 'sessions-to-freeze',
  text: `
    SELECT session.id FROM session JOIN service ON service.id = session.service_id
    WHERE service.meal IS NOT NULL AND session.state = 'SCHEDULED' AND session.closes_at <= now()
      AND CASE WHEN :centreId::uuid IS NULL THEN session.ends_at > now() - interval '1 day'
        ELSE session.centre_id = :centreId::uuid AND session.day = :day::date AND service.meal = :meal::text END
      AND NOT EXISTS (SELECT FROM meal_freeze WHERE session_id = session.id)`,
});

interface Sessions {
  readonly ids: readonly SessionId[];
}

const who = (name: string): string => `coalesce(orders.${name}, orders.masked)`;

/** The domain's `freeze` in one statement: the sheet as it was at the cut-off, and the slips until now. */
export const writeSheets = statement<Sessions, { sessions: number }>({
  name: 'freeze-meals',
  text: `
    WITH frozen AS (
      INSERT INTO meal_freeze (session_id, cut_off)
      SELECT id, closes_at FROM session WHERE id = ANY (:ids::uuid[])
      ON CONFLICT DO NOTHING RETURNING session_id, cut_off
    ), orders AS (
      SELECT frozen.session_id, frozen.cut_off, booking.id AS booking_id, beneficiary_id, ticket_number,
        coalesce(booking.texture, resident.texture) AS texture, resident.allergies,
        allergy_overridden AS overridden,
        clashing_dishes(frozen.session_id, coalesce(booking.texture, resident.texture), resident.allergies) AS clashes,
        booking.state IN (${holding}) AS stands, booked_at, cancelled_at, cancel_reason, booker_name,
        CASE WHEN cancelled_by IS NULL THEN coalesce(canceller_name, '') ELSE canceller_name END AS canceller_name,
        left(resident.name, 1) || '*' AS masked
      FROM frozen
        JOIN booking ON booking.session_id = frozen.session_id
        JOIN resident ON resident.id = booking.beneficiary_id
      WHERE booking.state IN (${holding}, 'CANCELLED') AND booking.ticket_number <> ''
    ), listed AS (
      INSERT INTO meal_freeze_row
      SELECT session_id, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden, clashes
      FROM orders WHERE booked_at < cut_off AND (stands OR cancelled_at >= cut_off)
    ), slips AS (
      INSERT INTO meal_slip (session_id, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden,
                             clashes, change, at, by_name, reason)
      SELECT session_id, booking_id, beneficiary_id, ticket_number, texture, allergies, overridden, clashes,
        change, at, by_name, reason
      FROM orders CROSS JOIN LATERAL (
        VALUES (1, booked_at, ${who('booker_name')}, NULL), (-1, cancelled_at, ${who('canceller_name')}, cancel_reason)
      ) AS slip(change, at, by_name, reason)
      WHERE at >= cut_off
      ORDER BY at, change DESC
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'meals.frozen', centre_id, jsonb_build_object('sessionId', session_id)
      FROM frozen JOIN session ON session.id = frozen.session_id
    )
    SELECT count(*)::int AS sessions FROM frozen`,
});

async function freezeWhere(db: Database, where: Where): Promise<number> {
  const due = await sessionsToFreeze(db, where);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  return transaction(db, async (tx) => {
    // While these are held, nobody orders and nobody gives up; what was only offered is nobody's any more.
    await endWaitingOf(tx, ids);
    const [written] = await writeSheets(tx, { ids });
    return written?.sessions ?? 0;
  });
}

/** Each way of each meal that is past its cut-off, once; the second run writes nothing. Says how many. */
export const freezeDue = (db: Database): Promise<number> =>
  freezeWhere(db, { centreId: null, day: null, meal: null });

/** Whoever opens the sheet just after the cut-off does not wait for the job. */
export const freezeMeal = (db: Database, at: { readonly [Key in keyof Where]: NonNullable<Where[Key]> }) =>
  freezeWhere(db, at);
