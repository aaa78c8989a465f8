import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  type EndStandingOrderInput,
  lastDayOf,
  type PauseStandingOrderInput,
  type ResumeStandingOrderInput,
  type Span,
  type StandingOrderId,
  withoutSpan,
  withSpan,
} from '@linli/domain/services/standing-orders';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { giveBack, isBooked } from './give-back.js';
import { FREE, knownDays, writeDay } from './known-days.js';
import { materialise } from './materialise.js';
import { orderFor, orderToChange } from './standing-order.queries.js';
import type { StandingOrder } from './standing-order.type.js';

const savePaused = statement<{ id: StandingOrderId; paused: string }, never>({
  name: 'pause-standing-order',
  text: 'UPDATE standing_order SET paused = :paused::jsonb WHERE id = :id',
});

const saveLastDay = statement<{ id: StandingOrderId; lastDay: PlainDate }, never>({
  name: 'end-standing-order',
  text: 'UPDATE standing_order SET valid_to = :lastDay WHERE id = :id',
});

/** Gives the order's own bookings of these days back; what is too late to cancel, or was booked by hand, stays. */
async function giveBackDays(
  tx: Transaction,
  viewer: Viewer,
  order: StandingOrder,
  { from, to, reason }: { readonly from: PlainDate; readonly to: PlainDate | null; readonly reason: string },
): Promise<void> {
  const start = from < order.today ? order.today : from;
  const known = await knownDays(tx, { orderId: order.id, from: start, to });
  const days = known.filter((day) => isBooked(day) && day.channel === 'STANDING_ORDER');
  const refused = await giveBack(tx, viewer, { days, reason });
  for (const day of days.filter((each) => !refused.has(each))) await writeDay(tx, order.id, day, FREE);
}

const changed = (tx: Transaction, { id, centreId }: StandingOrder): Promise<void> =>
  recordEvent(tx, { name: 'standing-orders.changed', subjectId: centreId, payload: { orderId: id } });

const changePauses = (
  db: Database,
  viewer: Viewer,
  { id, from, to }: PauseStandingOrderInput,
  spans: (paused: readonly Span[], span: Span) => Span[],
): Promise<StandingOrder | Refused> =>
  transaction(db, async (tx) => {
    const order = await orderToChange(tx, viewer, id);
    if (order.state === 'ENDED') return new Refused(Refusal.ORDER_ENDED);
    const paused = spans(order.paused, { from, to });
    if (JSON.stringify(paused) === JSON.stringify(order.paused)) return order;
    if (spans === withSpan) await giveBackDays(tx, viewer, order, { from, to, reason: '長期預約暫停' });
    await savePaused(tx, { id, paused: JSON.stringify(paused) });
    await changed(tx, order);
    return orderFor(tx, viewer, { id, action: 'BOOK' });
  });

/** Nothing on these days; what is booked for them is cancelled where that is still possible. */
export const pauseStandingOrder = (
  db: Database,
  viewer: Viewer,
  input: PauseStandingOrderInput,
): Promise<StandingOrder | Refused> => changePauses(db, viewer, input, withSpan);

/** On these days it is not paused any more, and they are booked again. */
export async function resumeStandingOrder(
  db: Database,
  viewer: Viewer,
  input: ResumeStandingOrderInput,
): Promise<StandingOrder | Refused> {
  const resumed = await changePauses(db, viewer, input, withoutSpan);
  if (resumed instanceof Refused) return resumed;
  await materialise(db, { orderId: input.id });
  return orderFor(db, viewer, { id: input.id, action: 'BOOK' });
}

/** Nothing after its last day. The same again, or a later day, changes nothing. */
export const endStandingOrder = (
  db: Database,
  viewer: Viewer,
  { id, lastDay: wanted }: EndStandingOrderInput,
): Promise<StandingOrder | Refused> =>
  transaction(db, async (tx) => {
    const order = await orderToChange(tx, viewer, id);
    const lastDay = lastDayOf(order, { lastDay: wanted, today: order.today });
    if (lastDay === order.validTo) return order;
    await giveBackDays(tx, viewer, order, { from: addDays(lastDay, 1), to: null, reason: '長期預約結束' });
    await saveLastDay(tx, { id, lastDay });
    await changed(tx, order);
    return orderFor(tx, viewer, { id, action: 'BOOK' });
  });
