import type { Viewer } from '@linli/domain/access';
import type { SessionId } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { planRounds } from './arrange-rounds.js';

// One round for each session that is over, every meal of it handed over by the centre's first rider.
const insertPast = statement<object, { rounds: number }>({
  name: 'furnish-past-rounds',
  text: `
    WITH rider AS (
      SELECT DISTINCT ON (duty.centre_id) duty.centre_id, account.id, account.name
      FROM duty JOIN account ON account.id = duty.account_id
      WHERE duty.role = 'DELIVERY_VOLUNTEER' ORDER BY duty.centre_id, account.account
    ), over AS (
      SELECT session.id, session.starts_at, rider.id AS rider_id, rider.name AS rider_name
      FROM session JOIN service ON service.id = session.service_id AND service.way = 'DELIVERY'
        JOIN rider ON rider.centre_id = session.centre_id
      WHERE session.ends_at < now() AND session.state = 'SCHEDULED'
        AND EXISTS (SELECT FROM booking WHERE session_id = session.id AND state IN ('CONFIRMED', 'COMPLETED'))
    ), plans AS (
      INSERT INTO delivery_plan (session_id, version) SELECT id, 1 FROM over
    ), rounds AS (
      INSERT INTO delivery_round (id, session_id, number, carrier_id, state, started_at, starter_name, ended_at, ender_name)
      SELECT gen_random_uuid(), id, 1, rider_id, 'BACK', starts_at, rider_name, starts_at + interval '55 minutes', rider_name
      FROM over
      RETURNING id, session_id
    ), stops AS (
      INSERT INTO delivery_stop (booking_id, round_id, position)
      SELECT booking.id, rounds.id, row_number() OVER (PARTITION BY rounds.id ORDER BY home.code, booking.id)
      FROM rounds JOIN booking ON booking.session_id = rounds.session_id AND booking.state IN ('CONFIRMED', 'COMPLETED')
        JOIN resident ON resident.id = booking.beneficiary_id
        LEFT JOIN area home ON home.id = resident.building_id
      RETURNING booking_id, round_id, position
    ), marks AS (
      INSERT INTO delivery_mark (id, booking_id, outcome, handed_to, at, said_at, corrected, received_at, by, by_name, stands)
      SELECT gen_random_uuid(), booking_id, 'DELIVERED', 'RESIDENT', at, at, false, at, rider_id, rider_name, true
      FROM stops JOIN rounds ON rounds.id = round_id JOIN over ON over.id = rounds.session_id
        CROSS JOIN LATERAL (SELECT starts_at + position * interval '2 minutes' AS at) door
    ), served AS (
      UPDATE booking SET state = 'COMPLETED' FROM stops WHERE booking.id = booking_id AND state = 'CONFIRMED'
    )
    SELECT count(*)::int AS rounds FROM rounds`,
});

const comingSessions = statement<object, { id: SessionId }>({
  name: 'furnish-coming-deliveries',
  text: `
    SELECT session.id FROM session JOIN service ON service.id = session.service_id AND service.way = 'DELIVERY'
    WHERE session.ends_at >= now() AND session.state = 'SCHEDULED'
      AND session.day = (now() AT TIME ZONE 'Asia/Shanghai')::date`,
});

const giveRiders = statement<object, never>({
  name: 'furnish-riders',
  text: `
    UPDATE delivery_round SET carrier_id = rider.account_id
    FROM session, (
      SELECT DISTINCT ON (centre_id) centre_id, account_id FROM duty
      WHERE role = 'DELIVERY_VOLUNTEER' ORDER BY centre_id, account_id
    ) rider
    WHERE session.id = session_id AND rider.centre_id = session.centre_id AND carrier_id IS NULL AND number = 1`,
});

/** For the demonstration: what was delivered until now, and today's rounds as the planner makes them. */
export async function furnishRounds(
  tx: Transaction,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
): Promise<void> {
  await insertPast(tx, {});
  for (const { id: sessionId } of await comingSessions(tx, {})) {
    const plan = await planRounds(tx, { viewer, dataKey }, { sessionId, version: 0 });
    if (plan instanceof Refused) throw new Error(`The rounds were refused: ${plan.code}`);
  }
  await giveRiders(tx, {});
}
