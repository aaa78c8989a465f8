import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import {
  type ArrangeRoundsInput,
  planRounds as roundsFor,
  type PlanRoundsInput,
  ROUND_DEFAULTS,
  type RoundId,
} from '@linli/domain/services/rounds';
import {
  type Database,
  newUuid,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { type Asking, partsOf, planWith, routeStopOf, travellingFrom } from './delivery-plan.js';
import { carriersOf, type DeliverySession, deliverySession, ordersOf, roundsOf } from './rounds.queries.js';
import type { DeliveryPlan } from './rounds.type.js';

const ensurePlan = statement<{ id: SessionId }, never>({
  name: 'ensure-delivery-plan',
  text: 'INSERT INTO delivery_plan (session_id) VALUES (:id) ON CONFLICT DO NOTHING',
});

// Arrangements of one session are made one after the other.
const lockPlan = statement<{ id: SessionId }, { version: number }>({
  name: 'lock-delivery-plan',
  text: 'SELECT version FROM delivery_plan WHERE session_id = :id FOR NO KEY UPDATE',
});

const countArrangement = statement<{ id: SessionId }, never>({
  name: 'count-arrangement',
  text: 'UPDATE delivery_plan SET version = version + 1 WHERE session_id = :id',
});

const clearPlanned = statement<{ id: SessionId }, never>({
  name: 'clear-planned-rounds',
  text: `
    WITH planned AS (SELECT id FROM delivery_round WHERE session_id = :id AND state = 'PLANNED'),
      stops AS (DELETE FROM delivery_stop USING planned WHERE round_id = planned.id)
    SELECT FROM planned`,
});

const forgetPlanned = statement<{ id: SessionId; keep: readonly RoundId[] }, never>({
  name: 'forget-planned-rounds',
  text: `DELETE FROM delivery_round WHERE session_id = :id AND state = 'PLANNED' AND NOT id = ANY (:keep::uuid[])`,
});

const upsertRound = statement<
  { id: RoundId; sessionId: SessionId; number: number; carrierId: PersonId | null },
  { id: RoundId }
>({
  name: 'save-delivery-round',
  text: `
    INSERT INTO delivery_round AS known (id, session_id, number, carrier_id)
    VALUES (:id, :sessionId, :number, :carrierId)
    ON CONFLICT (id) DO UPDATE SET number = excluded.number, carrier_id = excluded.carrier_id
      WHERE known.session_id = excluded.session_id AND known.state = 'PLANNED'
    RETURNING id`,
});

const insertStops = statement<{ roundId: RoundId; ids: readonly BookingId[] }, never>({
  name: 'insert-delivery-stops',
  text: `
    INSERT INTO delivery_stop (booking_id, round_id, position)
    SELECT id, :roundId, position FROM unnest(:ids::uuid[]) WITH ORDINALITY AS given (id, position)`,
});

interface Wanted {
  readonly id: RoundId;
  readonly carrierId: PersonId | null;
  readonly bookingIds: readonly BookingId[];
}

async function toArrange(
  tx: Transaction,
  viewer: Viewer,
  { sessionId: id, version }: { readonly sessionId: SessionId; readonly version: number },
): Promise<DeliverySession | Refused> {
  await deliverySession(tx, viewer, 'PLAN_ROUNDS', id);
  await ensurePlan(tx, { id });
  await lockPlan(tx, { id });
  const session = await deliverySession(tx, viewer, 'PLAN_ROUNDS', id);
  return session.version === version ? session : new Refused(Refusal.ROUNDS_CHANGED);
}

/** Rounds that are out keep their numbers; those still planned take the next ones in the order given. */
async function write(
  tx: Transaction,
  session: DeliverySession,
  wanted: readonly Wanted[],
): Promise<Refused | null> {
  const { id: sessionId, centreId } = session;
  const gone = (await roundsOf(tx, sessionId)).filter(({ state }) => state !== 'PLANNED');
  if (wanted.some(({ id }) => gone.some((round) => round.id === id))) {
    return new Refused(Refusal.ROUND_ALREADY_OUT);
  }
  await clearPlanned(tx, { id: sessionId });
  await forgetPlanned(tx, { id: sessionId, keep: wanted.map(({ id }) => id) });
  let number = Math.max(0, ...gone.map((round) => round.number));
  for (const { id, carrierId, bookingIds } of wanted) {
    number += 1;
    const [round] = await upsertRound(tx, { id, sessionId, number, carrierId });
    if (!round) return new Refused(Refusal.CONFLICT);
    await insertStops(tx, { roundId: id, ids: bookingIds });
  }
  await countArrangement(tx, { id: sessionId });
  await recordEvent(tx, { name: 'rounds.arranged', subjectId: centreId, payload: { sessionId } });
  return null;
}

const allOrNothing = (
  db: Database,
  { viewer, dataKey }: Asking,
  input: { readonly sessionId: SessionId; readonly version: number },
  wantedOf: (tx: Transaction, session: DeliverySession) => Promise<readonly Wanted[]>,
): Promise<DeliveryPlan | Refused> =>
  orWhyNot(
    transaction(db, async (tx) => {
      const session = await toArrange(tx, viewer, input);
      if (session instanceof Refused) throw new Undone(session);
      const refused = await write(tx, session, await wantedOf(tx, session));
      if (refused) throw new Undone(refused);
      const changed = { ...session, version: session.version + 1 };
      return planWith(tx, await partsOf(tx, dataKey, changed));
    }),
  );

/** By hand: who rides, which doors, in which order. Orders that were cancelled meanwhile fall out by themselves. */
export const arrangeRounds = (
  db: Database,
  asking: Asking,
  { sessionId, version, rounds }: ArrangeRoundsInput,
): Promise<DeliveryPlan | Refused> =>
  allOrNothing(db, asking, { sessionId, version }, async (tx, { centreId }) => {
    const carriers = new Set((await carriersOf(tx, centreId)).map(({ id }) => id));
    const known = new Map((await ordersOf(tx, sessionId)).map((order) => [order.bookingId, order]));
    const out = new Set(
      (await roundsOf(tx, sessionId)).filter(({ state }) => state !== 'PLANNED').map(({ id }) => id),
    );
    return rounds.map(({ id, carrierId, bookingIds }) => {
      if (carrierId && !carriers.has(carrierId)) throw notFound('carrier');
      const orders = bookingIds.map((bookingId) => known.get(bookingId) ?? missing());
      if (orders.some(({ roundId }) => roundId && out.has(roundId))) {
        throw new Undone(new Refused(Refusal.ROUND_ALREADY_OUT));
      }
      const standing = orders.filter(({ stands }) => stands).map(({ bookingId }) => bookingId);
      return { id, carrierId: carrierId ?? null, bookingIds: standing };
    });
  });

function missing(): never {
  throw notFound('booking');
}

/** By the planner: everything that is not out yet is put into rounds anew. Riders who were chosen stay, in turn. */
export const planRounds = (
  db: Database,
  asking: Asking,
  { sessionId, version, mealsAtMost, minutesAtMost }: PlanRoundsInput,
): Promise<DeliveryPlan | Refused> =>
  allOrNothing(db, asking, { sessionId, version }, async (tx, session) => {
    const rounds = await roundsOf(tx, sessionId);
    const planned = rounds.filter(({ state }) => state === 'PLANNED');
    const out = new Set(rounds.filter(({ state }) => state !== 'PLANNED').map(({ id }) => id));
    const { orders, doors } = await partsOf(tx, asking.dataKey, session);
    const open = orders.filter(({ stands, roundId }) => stands && !(roundId && out.has(roundId)));
    const deliveries = open.map((order) => ({
      ...routeStopOf(session, order, doors.get(order.residentId)),
      meals: 1,
    }));
    const limits = {
      mealsAtMost: mealsAtMost ?? ROUND_DEFAULTS.mealsAtMost,
      minutesAtMost: minutesAtMost ?? ROUND_DEFAULTS.minutesAtMost,
    };
    return roundsFor(deliveries, travellingFrom(session), limits).map(({ stops }, i) => ({
      id: planned[i]?.id ?? (newUuid() as RoundId),
      carrierId: planned[i]?.carrierId ?? null,
      bookingIds: stops.map(({ id }) => id as BookingId),
    }));
  });
