import type { PlainDate } from '@linli/domain/base';
import { Channel } from '@linli/domain/services/bookings';
import { daysFrom, planTimetable } from '@linli/domain/services/centres';
import { isDayOf, stateOfDay } from '@linli/domain/services/standing-orders';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { servicesByIds, timetableFacts } from '../centres/index.js';
import { knownDays, unknownDay } from './known-days.js';
import type { StandingOrder, StandingOrderDay } from './standing-order.type.js';

/** The days of an order from one to another: what is booked, what is to come, and why nothing is. */
export async function daysOfOrder(
  db: Database,
  order: StandingOrder,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<StandingOrderDay[]> {
  const known = new Map((await knownDays(db, { orderId: order.id, from, to })).map((row) => [row.day, row]));
  const ids = [order.serviceId, ...[...known.values()].flatMap(({ serviceId }) => serviceId ?? [])];
  const services = await servicesByIds(db, [...new Set(ids)]);
  const facts = await timetableFacts(db, services, { from, to });
  const days = daysFrom(from, to).filter((day) => isDayOf(order, day) || known.has(day));
  return days.flatMap((day): StandingOrderDay[] => {
    const row = known.get(day) ?? unknownDay(day);
    const serviceId = row.serviceId ?? order.serviceId;
    const own = facts.get(serviceId);
    const [planned] = own ? planTimetable(own, day, day) : [];
    const state = planned && stateOfDay(order, row, planned);
    if (!state) return [];
    const refused = state === 'REFUSED' && row.refusal ? new Refused(row.refusal, row.details ?? {}) : null;
    const bookingId = state === 'BOOKED' ? row.bookingId : null;
    const byHand = bookingId !== null && row.channel !== Channel.STANDING_ORDER;
    const { texture } = row;
    return [{ day, state, holiday: planned.holiday, refused, texture, bookingId, byHand, serviceId }];
  });
}
