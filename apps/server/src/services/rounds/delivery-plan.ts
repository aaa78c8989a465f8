import type { CentreId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { momentOf } from '@linli/domain/services/centres';
import { measureRoute, ROUND_DEFAULTS, type RouteStop, type Travelling } from '@linli/domain/services/rounds';
import { recordRead } from '../../access/audit/index.js';
import { type Door, doorsOf } from '../../organisation/contacts/index.js';
import type { Database } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import {
  type DeliverySession,
  deliverySessionsOn,
  ordersOf,
  type OrderRow,
  type RoundRow,
  roundsOf,
} from './rounds.queries.js';
import type { DeliveryMark, DeliveryPlan, DeliveryRound, DeliveryStop } from './rounds.type.js';

export interface Asking {
  readonly viewer: Viewer;
  readonly dataKey: Buffer;
}

const MINUTE = 60_000;
const NOWHERE = { latitude: 0, longitude: 0 };

export const travellingFrom = ({ latitude, longitude }: DeliverySession): Travelling => ({
  depot: latitude === null || longitude === null ? NOWHERE : { latitude, longitude },
  metresPerMinute: ROUND_DEFAULTS.metresPerMinute,
  minutesAtDoor: ROUND_DEFAULTS.minutesAtDoor,
});

/** A door as the planner sees it. Minutes from the start of the session; where it lies is unknown, it is at the kitchen. */
export function routeStopOf(session: DeliverySession, order: OrderRow, door: Door | undefined): RouteStop {
  const { depot } = travellingFrom(session);
  const minuteOf = (moment: Date): number => (moment.getTime() - session.startsAt.getTime()) / MINUTE;
  const bound = (time: string | null | undefined, otherwise: number): number =>
    time ? minuteOf(momentOf(session.day, time)) : otherwise;
  const end = minuteOf(session.endsAt);
  return {
    id: order.bookingId,
    latitude: order.latitude ?? depot.latitude,
    longitude: order.longitude ?? depot.longitude,
    earliest: Math.max(0, bound(door?.atHomeFrom, 0)),
    latest: Math.min(end, bound(door?.atHomeTo, end)),
  };
}

interface Parts {
  readonly session: DeliverySession;
  readonly orders: readonly OrderRow[];
  readonly doors: ReadonlyMap<OrderRow['residentId'], Door>;
}

/** Everything that a plan of rounds is made of. */
export async function partsOf(db: Database, dataKey: Buffer, session: DeliverySession): Promise<Parts> {
  const orders = await ordersOf(db, session.id);
  return {
    session,
    orders,
    doors: await doorsOf(
      db,
      dataKey,
      orders.map(({ residentId }) => residentId),
    ),
  };
}

function stopOf(
  { doors }: Parts,
  order: OrderRow,
  expected: { readonly at: Date | null; readonly late: boolean },
): DeliveryStop {
  const { bookingId, ticketNumber, name, building, texture, allergies, mark } = order;
  const door = doors.get(order.residentId);
  return {
    ...{ bookingId, ticketNumber, name, building, texture, allergies },
    ...{ door: door?.door ?? null, hint: door?.hint ?? null },
    located: order.latitude !== null,
    cancelled: !order.stands,
    expectedAt: expected.at,
    late: expected.late,
    mark: mark && ({ ...mark, at: new Date(mark.at) } satisfies DeliveryMark),
  };
}

function roundWith(parts: Parts, round: RoundRow): DeliveryRound {
  const { session, orders, doors } = parts;
  const mine = orders
    .filter(({ roundId }) => roundId === round.id)
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const ridden = mine.filter(({ stands }) => stands);
  const route = ridden.map((order) => routeStopOf(session, order, doors.get(order.residentId)));
  const { metres, arrivals } = measureRoute(route, travellingFrom(session));
  const start = (round.startedAt ?? session.startsAt).getTime();
  const behind = (start - session.startsAt.getTime()) / MINUTE;
  const { id, number, state, startedAt, endedAt, carrierId, carrierName } = round;
  return {
    ...{ id, number, state, startedAt, endedAt, metres },
    carrier: carrierId === null ? null : { id: carrierId, name: carrierName ?? '' },
    stops: mine.map((order) => {
      const i = ridden.indexOf(order);
      const minutes = arrivals[i];
      if (minutes === undefined) return stopOf(parts, order, { at: null, late: false });
      const late = minutes + behind > (route[i]?.latest ?? Infinity);
      return stopOf(parts, order, { at: new Date(start + minutes * MINUTE), late });
    }),
  };
}

export async function planWith(db: Database, parts: Parts): Promise<DeliveryPlan> {
  const { session, orders } = parts;
  const rounds = await roundsOf(db, session.id);
  const { id: sessionId, version, day, meal, startsAt, endsAt } = session;
  return {
    ...{ sessionId, version, day, meal, startsAt, endsAt },
    rounds: rounds.map((round) => roundWith(parts, round)),
    unassigned: orders
      .filter(({ roundId }) => roundId === null)
      .map((order) => stopOf(parts, order, { at: null, late: false })),
  };
}

export const roundOfSession = async (
  db: Database,
  dataKey: Buffer,
  session: DeliverySession,
  round: RoundRow,
): Promise<DeliveryRound> => roundWith(await partsOf(db, dataKey, session), round);

/** All rounds of a day at a centre. Where people live is shown to those who go there: that it was is on the trail. */
export async function deliveryPlans(
  db: Database,
  { viewer, dataKey }: Asking,
  at: { readonly centreId: CentreId; readonly day: PlainDate },
): Promise<DeliveryPlan[]> {
  await centreFor(db, viewer, 'DELIVER', at.centreId);
  const plans: DeliveryPlan[] = [];
  for (const session of await deliverySessionsOn(db, at)) {
    const parts = await partsOf(db, dataKey, session);
    plans.push(await planWith(db, parts));
    await recordRead(db, viewer, {
      action: 'DELIVERY_PLAN_SHOWN',
      subjectKind: 'resident',
      ids: parts.orders.map(({ residentId }) => residentId),
      places: { centreIds: [at.centreId] },
    });
  }
  return plans;
}
