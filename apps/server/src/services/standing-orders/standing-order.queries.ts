import {
  type Action,
  can,
  type PersonId,
  type Reach,
  reachOf,
  type Target,
  type Viewer,
} from '@linli/domain/access';
import { type StandingOrderId, stateOfOrder } from '@linli/domain/services/standing-orders';
import { type Database, statement, type Transaction, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { StandingOrder } from './standing-order.type.js';

export type OrderRow = Omit<StandingOrder, 'state'>;

/** An order with all that decides who may see it. */
export const selectOrder = `
  SELECT standing.id, standing.beneficiary_id, resident.name AS beneficiary_name, standing.service_id, standing.weekdays, standing.texture,
    standing.valid_from, standing.valid_to, standing.paused, standing.booker_id, standing.booker_name,
    service.centre_id, centre_area.lineage AS centre_lineage, home.lineage AS home_lineage,
    (now() AT TIME ZONE 'Asia/Shanghai')::date AS today,
    (
      SELECT count(*)::int FROM standing_order_day known
      WHERE known.order_id = standing.id AND known.refusal IS NOT NULL AND NOT known.taken_out
        AND known.day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    ) AS refused_days
  FROM standing_order standing
    JOIN service ON service.id = standing.service_id
    JOIN centre ON centre.id = service.centre_id
    LEFT JOIN area centre_area ON centre_area.id = centre.area_id
    JOIN resident ON resident.id = standing.beneficiary_id
    LEFT JOIN area home ON home.id = resident.building_id`;

const orderById = statement<{ id: StandingOrderId }, OrderRow>({
  name: 'standing-order',
  text: `${selectOrder} WHERE standing.id = :id`,
});

const ordersOfPeople = statement<Reach & { beneficiaryIds: readonly PersonId[] }, OrderRow>({
  name: 'standing-orders-of-people',
  text: `
    ${selectOrder}
    WHERE standing.beneficiary_id = ANY (:beneficiaryIds::uuid[]) AND ${withinReach({
      ...{ person: 'standing.beneficiary_id', centre: 'service.centre_id' },
      areaLineage: '(centre_area.lineage || home.lineage)',
    })}
    ORDER BY standing.valid_from, standing.id`,
});

/** Who changes an order, or books its days, does so one after the other: the order, then places, then its days. */
export const lockOrder = statement<{ id: StandingOrderId }, never>({
  name: 'lock-standing-order',
  text: 'SELECT FROM standing_order WHERE id = :id FOR NO KEY UPDATE',
});

export const targetOf = ({ beneficiaryId, centreId, centreLineage, homeLineage }: StandingOrder): Target => ({
  ...{ personId: beneficiaryId, centreId },
  areaLineage: [...(centreLineage ?? []), ...(homeLineage ?? [])],
});

export const withState = (row: OrderRow): StandingOrder => ({ ...row, state: stateOfOrder(row, row.today) });

/** The order as it is, whoever asks. */
export async function orderAsItIs(db: Database, id: StandingOrderId): Promise<StandingOrder | undefined> {
  const [row] = await orderById(db, { id });
  return row && withState(row);
}

export async function orderFor(
  db: Database,
  viewer: Viewer,
  { id, action }: { readonly id: StandingOrderId; readonly action: Action },
): Promise<StandingOrder> {
  const order = await orderAsItIs(db, id);
  if (!order || !can(viewer, action, targetOf(order))) throw notFound('standingOrder');
  return order;
}

/** The order, held, when the viewer may change it. */
export async function orderToChange(
  tx: Transaction,
  viewer: Viewer,
  id: StandingOrderId,
): Promise<StandingOrder> {
  await lockOrder(tx, { id });
  return orderFor(tx, viewer, { id, action: 'BOOK' });
}

/** All that a person has or had, the oldest first: they are few. Null: the viewer and those they care for. */
export async function standingOrdersOf(
  db: Database,
  viewer: Viewer,
  beneficiaryId: PersonId | null,
): Promise<StandingOrder[]> {
  const reach = reachOf(viewer, 'SEE_BOOKINGS');
  const beneficiaryIds = beneficiaryId === null ? reach.people : [beneficiaryId];
  return (await ordersOfPeople(db, { ...reach, beneficiaryIds })).map(withState);
}
