import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Texture } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId, ServiceId } from '@linli/domain/services/centres';
import type { CreateStandingOrderInput, StandingOrderId } from '@linli/domain/services/standing-orders';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { materialise } from './materialise.js';
import { orderAsItIs, orderFor } from './standing-order.queries.js';
import type { StandingOrder } from './standing-order.type.js';

interface ServiceForOrder {
  readonly centreId: CentreId;
  readonly isMeal: boolean;
  readonly now: Date;
}

const serviceToOrder = statement<Reach & { serviceId: ServiceId; beneficiaryId: PersonId }, ServiceForOrder>({
  name: 'service-to-order',
  text: `
    SELECT service.centre_id, service.meal IS NOT NULL AS is_meal, now() AS now
    FROM service
      JOIN centre ON centre.id = service.centre_id
      LEFT JOIN area centre_area ON centre_area.id = centre.area_id
      JOIN resident ON resident.id = :beneficiaryId
      LEFT JOIN area home ON home.id = resident.building_id
    WHERE service.id = :serviceId AND service.active AND ${withinReach({
      ...{ person: 'resident.id', centre: 'service.centre_id' },
      areaLineage: '(centre_area.lineage || home.lineage)',
    })}`,
});

/** The service, where the viewer may order it for this person. */
export async function serviceForOrder(
  db: Database,
  viewer: Viewer,
  wanted: { readonly serviceId: ServiceId; readonly beneficiaryId: PersonId },
): Promise<ServiceForOrder> {
  const [service] = await serviceToOrder(db, { ...reachOf(viewer, 'BOOK'), ...wanted });
  if (!service) throw notFound('service');
  return service;
}

// Orders of one person are made one after the other.
const lockPerson = statement<{ id: PersonId }, never>({
  name: 'lock-person-who-orders',
  text: 'SELECT FROM resident WHERE id = :id FOR NO KEY UPDATE',
});

interface NewOrder {
  readonly id: StandingOrderId;
  readonly beneficiaryId: PersonId;
  readonly serviceId: ServiceId;
  readonly weekdays: readonly number[];
  readonly texture: Texture | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly bookerId: PersonId;
  readonly bookerName: string | null;
}

type Meeting = Pick<NewOrder, 'beneficiaryId' | 'serviceId' | 'weekdays' | 'from' | 'to'>;

// Nobody eats one lunch twice, in whatever way.
const standingAlready = statement<
  Meeting & { id: StandingOrderId | null },
  { service: string; orderId: StandingOrderId }
>({
  name: 'standing-already',
  text: `
    SELECT service.name AS service, standing.id AS order_id
    FROM standing_order standing
      JOIN service ON service.id = standing.service_id
      JOIN service wanted ON wanted.id = :serviceId
    WHERE standing.beneficiary_id = :beneficiaryId AND standing.id IS DISTINCT FROM :id::uuid
      AND (service.id = wanted.id OR service.meal = wanted.meal)
      AND standing.weekdays && :weekdays::int[]
      AND standing.valid_from <= coalesce(standing.valid_to, 'infinity')
      AND standing.valid_from <= coalesce(:to::date, 'infinity')
      AND :from::date <= coalesce(standing.valid_to, 'infinity')
    ORDER BY standing.id LIMIT 1`,
});

/** The order that stands in the way of this one: for the same, or another way of the same meal, on one of its weekdays. */
export async function orderInTheWay(
  db: Database,
  meeting: Meeting & { readonly id?: StandingOrderId },
): Promise<Refused | undefined> {
  const [standing] = await standingAlready(db, { ...meeting, id: meeting.id ?? null });
  return standing && new Refused(Refusal.ORDER_ALREADY_STANDS, standing);
}

const insertOrder = statement<NewOrder, never>({
  name: 'insert-standing-order',
  text: `
    INSERT INTO standing_order (id, beneficiary_id, service_id, weekdays, texture, valid_from, valid_to, booker_id, booker_name)
    VALUES (:id, :beneficiaryId, :serviceId, :weekdays::int[], :texture, :from, :to, :bookerId, :bookerName)`,
});

const isSame = (order: StandingOrder, wanted: NewOrder): boolean =>
  order.beneficiaryId === wanted.beneficiaryId &&
  order.serviceId === wanted.serviceId &&
  order.weekdays.join() === wanted.weekdays.join() &&
  order.texture === wanted.texture &&
  order.validFrom === wanted.from;

async function writeOrder(
  tx: Transaction,
  viewer: Viewer,
  input: CreateStandingOrderInput,
): Promise<Refused | undefined> {
  const { id, beneficiaryId, serviceId, from } = input;
  const service = await serviceForOrder(tx, viewer, { serviceId, beneficiaryId });
  await lockPerson(tx, { id: beneficiaryId });
  const wanted: NewOrder = {
    ...{ id, beneficiaryId, serviceId, from, to: input.to ?? null },
    weekdays: input.weekdays.toSorted((one, other) => one - other),
    texture: service.isMeal ? (input.texture ?? null) : null,
    bookerId: viewer.personId,
    bookerName: viewer.face === 'CONSOLE' ? viewer.name : null,
  };
  const earlier = await orderAsItIs(tx, id);
  if (earlier) return isSame(earlier, wanted) ? undefined : new Refused(Refusal.CONFLICT);
  const inTheWay = await orderInTheWay(tx, wanted);
  if (inTheWay) return inTheWay;
  await insertOrder(tx, wanted);
  await recordEvent(tx, {
    ...{ name: 'standing-orders.created', subjectId: service.centreId, payload: { orderId: id } },
  });
  return undefined;
}

/** The order stands, and what can be booked of it by now is; what cannot be is said on its day. */
export async function createStandingOrder(
  db: Database,
  viewer: Viewer,
  input: CreateStandingOrderInput,
): Promise<StandingOrder | Refused> {
  const refused = await secondLook(() => transaction(db, (tx) => writeOrder(tx, viewer, input)));
  if (refused) return refused;
  await materialise(db, { orderId: input.id });
  return orderFor(db, viewer, { id: input.id, action: 'BOOK' });
}
