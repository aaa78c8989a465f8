import { beforeAll } from '@jest/globals';
import type { AreaId, CentreId, Viewer } from '@linli/domain/access';
import { type MarkId, markId, type RoundId, roundId } from '@linli/domain/services/rounds';
import type { Database } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { bookingScenario, type StandingSession } from '../bookings/booking.scenario.js';
import { arrangeRounds, planRounds } from './arrange-rounds.js';
import { deliveryPlans } from './delivery-plan.js';
import { startRound } from './ride-round.js';
import type { DeliveryPlan, DeliveryRound } from './rounds.type.js';
import { syncMarks } from './sync-marks.js';

export const done = <Answer extends object>(answer: Answer | Refused): Answer => {
  if (answer instanceof Refused) throw new Error(`refused: ${answer.code}`);
  return answer;
};

export const missing = (): never => {
  throw new Error('there is no such thing');
};

export interface Tap {
  readonly id: MarkId;
  readonly bookingId: DeliveryRound['stops'][number]['bookingId'];
  readonly outcome: 'DELIVERED' | 'NOBODY_OPENED' | 'REFUSED';
  readonly at: Date;
}

/** What the phone of a rider tells of the `i`-th door. */
export const tap = (
  round: DeliveryRound,
  i: number,
  outcome: Tap['outcome'] = 'DELIVERED',
  at = new Date(),
): Tap => ({ id: newId(markId), bookingId: round.stops[i]?.bookingId ?? missing(), outcome, at });

/** The words that the tests of deliveries are written in. */
export function roundsScenario(database: () => Database) {
  const { given, storedBooking } = bookingScenario(database);
  const { dataKey } = readEnvironment({ PORT: '0' });
  const sql = <Row>(text: string, values: unknown[] = []) => database().query<Row[]>(text, values);
  const asking = (viewer: Viewer) => ({ viewer, dataKey });
  const who = {} as { centre: CentreId; staff: Viewer; rider: Viewer };

  beforeAll(async () => {
    const centre = await given.usualCentre();
    const rider = given.worker('DELIVERY_VOLUNTEER', { centreId: centre });
    Object.assign(who, { centre, rider, staff: given.staff(centre) });
    await sql('UPDATE centre SET latitude = 33.5859, longitude = 114.0068 WHERE id = $1', [centre]);
    await sql(
      `INSERT INTO account (id, account, name, password_hash)
       VALUES ($1::uuid, 'a' || right(replace($1::uuid::text, '-', ''), 12), $2, 'none')`,
      [rider.personId, rider.name],
    );
    await sql(
      `INSERT INTO duty (id, account_id, role, centre_id, valid_from)
       VALUES (gen_random_uuid(), $1, 'DELIVERY_VOLUNTEER', $2, '2020-01-01')`,
      [rider.personId, centre],
    );
  });

  async function home(i: number): Promise<AreaId> {
    const { community, district, street } = await given.tree();
    const building = newId(roundId) as unknown as AreaId;
    await sql(
      `INSERT INTO area (id, kind, name, code, official_name, parent_id, lineage)
       VALUES ($1, 'BUILDING', $2, $1::uuid::text, $2, $3, $4)`,
      [building, `${String(i + 1)}號樓`, community, [district, street, community, building]],
    );
    await sql('INSERT INTO area_position VALUES ($1, $2, $3)', [
      building,
      33.5859 + 0.008 * Math.sin(i * 2.4),
      114.0068 + 0.008 * Math.cos(i * 2.4),
    ]);
    return building;
  }

  async function order(session: StandingSession, i: number): Promise<Viewer> {
    const resident = await given.resident({ home: await home(i) });
    await sql(
      `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, texture, full_fen, subsidy_fen)
       VALUES (gen_random_uuid(), $1, $2, $2, 'APP', 'CONFIRMED', $3, 'REGULAR', 1200, 0)`,
      [session.id, resident.personId, String(2000 + i)],
    );
    await sql('UPDATE session_places SET taken = taken + 1 WHERE session_id = $1', [session.id]);
    return resident;
  }

  /** Lunches for so many, each at home somewhere else, within a kilometre or so. */
  async function deliveries(count: number, day = given.today()): Promise<StandingSession> {
    const service = await given.service({ name: '午餐・送餐', meal: 'LUNCH', way: 'DELIVERY' });
    const startsAt = new Date(`${day}T12:00:00+08:00`);
    const endsAt = new Date(startsAt.getTime() + 90 * 60_000);
    const session = await given.session({ service, capacity: 60, startsAt, endsAt });
    for (let i = 0; i < count; i += 1) await order(session, i);
    return session;
  }

  /** The retained sample and the temperature are on record. */
  const released = ({ day }: StandingSession) =>
    sql(
      `INSERT INTO meal_release (id, centre_id, day, meal, by_id, by_name)
       VALUES (gen_random_uuid(), $1, $2, 'LUNCH', gen_random_uuid(), '邱師傅') ON CONFLICT DO NOTHING`,
      [who.centre, day],
    );

  const planned = async (session: StandingSession, version = 0): Promise<DeliveryPlan> =>
    done(await planRounds(database(), asking(who.staff), { sessionId: session.id, version }));

  /** A round of all orders that has left. */
  async function out(count: number): Promise<{ session: StandingSession; round: DeliveryRound }> {
    const session = await deliveries(count);
    const { rounds, version } = await planned(session);
    const bookingIds = rounds.flatMap(({ stops }) => stops.map(({ bookingId }) => bookingId));
    const id: RoundId = newId(roundId);
    const wanted = [{ id, carrierId: who.rider.personId, bookingIds }];
    const input = { sessionId: session.id, version, rounds: wanted };
    done(await arrangeRounds(database(), asking(who.staff), input));
    await released(session);
    return { session, round: done(await startRound(database(), asking(who.rider), { id })) };
  }

  async function plan({ id, day }: StandingSession, viewer = who.staff): Promise<DeliveryPlan> {
    const plans = await deliveryPlans(database(), asking(viewer), { centreId: who.centre, day });
    return plans.find(({ sessionId }) => sessionId === id) ?? missing();
  }

  const cancel = (by: 'id' | 'beneficiary_id', id: string) =>
    sql(
      `UPDATE booking SET state = 'CANCELLED', cancelled_at = now(), cancel_reason = '臨時有事' WHERE ${by} = $1`,
      [id],
    );
  const sends = (round: DeliveryRound, marks: Tap[], sentAt = new Date()) =>
    syncMarks(database(), asking(who.rider), { roundId: round.id, sentAt, marks });

  return {
    ...{ given, storedBooking, dataKey, sql, asking, who },
    ...{ order, deliveries, released, planned, out, plan, cancel, sends },
  };
}
