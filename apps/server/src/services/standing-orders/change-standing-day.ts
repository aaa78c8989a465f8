import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { ServiceId, SessionId } from '@linli/domain/services/centres';
import {
  type ChangeStandingDayInput,
  type PutBackStandingDayInput,
  refusalToChangeDay,
  type StandingOrderId,
  type TakeOutStandingDayInput,
} from '@linli/domain/services/standing-orders';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { lockPlaces } from '../bookings/index.js';
import { dueDays } from './due-days.js';
import { giveBack, isBooked } from './give-back.js';
import { type DayRow, FREE, knownDay, writeDay } from './known-days.js';
import { materialise, takeDay } from './materialise.js';
import { orderFor, orderToChange } from './standing-order.queries.js';
import type { StandingOrder } from './standing-order.type.js';

interface OneDay {
  readonly id: StandingOrderId;
  readonly day: PlainDate;
}
type Work = (tx: Transaction, order: StandingOrder, known: DayRow) => Promise<Refused | undefined>;

/** Does something to one day of an order that is held, and then books what can be booked of it. */
async function changeDay(
  db: Database,
  viewer: Viewer,
  { id, day }: OneDay,
  work: Work,
): Promise<StandingOrder | Refused> {
  const change = async (tx: Transaction): Promise<Refused | undefined> => {
    const order = await orderToChange(tx, viewer, id);
    const refusal = refusalToChangeDay(order, { day, today: order.today });
    if (refusal) return new Refused(refusal);
    const refused = await work(tx, order, await knownDay(tx, id, day));
    if (refused) throw new Undone(refused);
    await recordEvent(tx, {
      ...{ name: 'standing-orders.day-changed', subjectId: order.centreId, payload: { orderId: id, day } },
    });
    return undefined;
  };
  const refused = await orWhyNot(secondLook(() => transaction(db, change)));
  if (refused) return refused;
  await materialise(db, { orderId: id });
  return orderFor(db, viewer, { id, action: 'BOOK' });
}

/** Not on this day: what is booked for it is cancelled, and it is not booked again by itself. */
export const takeOutStandingDay = (
  db: Database,
  viewer: Viewer,
  input: TakeOutStandingDayInput,
): Promise<StandingOrder | Refused> =>
  changeDay(db, viewer, input, async (tx, _order, known) => {
    const refused = await giveBack(tx, viewer, { days: [known], reason: '長期預約：這天不要' });
    if (refused.size > 0) return refused.get(known);
    await writeDay(tx, input.id, known, { ...FREE, takenOut: true });
    return undefined;
  });

/** On this day after all. */
export const putBackStandingDay = (
  db: Database,
  viewer: Viewer,
  input: PutBackStandingDayInput,
): Promise<StandingOrder | Refused> =>
  changeDay(db, viewer, input, async (tx, _order, known) => {
    await writeDay(tx, input.id, known, { takenOut: false, ...(!isBooked(known) && FREE) });
    return undefined;
  });

// Another way of the same meal, or another service of the same kind, of this centre.
const fits = statement<{ usual: ServiceId; wanted: ServiceId }, { fits: boolean }>({
  name: 'service-fits-standing-order',
  text: `
    SELECT wanted.category = usual.category AND wanted.meal IS NOT DISTINCT FROM usual.meal AND wanted.active AS fits
    FROM service wanted JOIN service usual ON usual.centre_id = wanted.centre_id
    WHERE wanted.id = :wanted AND usual.id = :usual`,
});

const sessionsOfDay = statement<{ day: PlainDate; services: readonly ServiceId[] }, { id: SessionId }>({
  name: 'sessions-of-standing-day',
  text: 'SELECT id FROM session WHERE day = :day AND service_id = ANY (:services::uuid[])',
});

/** What is booked becomes what is wanted now, or stays as it is: the place is given back and the other taken in one act. */
async function exchange(
  tx: Transaction,
  viewer: Viewer,
  { id, day, known }: OneDay & { readonly known: DayRow },
): Promise<Refused | undefined> {
  const refused = await giveBack(tx, viewer, { days: [known], reason: '長期預約：這天改了' });
  if (refused.size > 0) return refused.get(known);
  const [due] = await dueDays(tx, { orderId: id, day });
  if (!due) return new Refused(Refusal.SESSION_CANCELLED);
  const answer = await takeDay(tx, due);
  if (answer instanceof Refused) return answer;
  await writeDay(tx, id, await knownDay(tx, id, day), { ...FREE, bookingId: answer.booking.id });
  return undefined;
}

/** One day unlike the others. The same again changes nothing. */
export const changeStandingDay = (
  db: Database,
  viewer: Viewer,
  input: ChangeStandingDayInput,
): Promise<StandingOrder | Refused> =>
  changeDay(db, viewer, input, async (tx, order, known) => {
    const { id, day } = input;
    const serviceId = input.serviceId == null || input.serviceId === order.serviceId ? null : input.serviceId;
    const texture = input.texture ?? null;
    if (serviceId) {
      const [service] = await fits(tx, { usual: order.serviceId, wanted: serviceId });
      if (!service?.fits) return new Refused(Refusal.NOT_THE_SAME_KIND);
    }
    const isSame = known.serviceId === serviceId && known.texture === texture && !known.takenOut;
    if (isSame && (isBooked(known) || known.bookingId === null)) return undefined;
    const services = [serviceId ?? order.serviceId, known.serviceId ?? order.serviceId];
    const sessions = await sessionsOfDay(tx, { day, services });
    const ids = [...sessions.map((session) => session.id), ...(known.sessionId ? [known.sessionId] : [])];
    await lockPlaces(tx, { ids });
    await writeDay(tx, id, known, { ...FREE, takenOut: false, serviceId, texture });
    return isBooked(known) ? exchange(tx, viewer, { id, day, known }) : undefined;
  });
