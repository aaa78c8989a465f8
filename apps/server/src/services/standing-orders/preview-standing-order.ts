import type { PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import { BookingState } from '@linli/domain/services/bookings';
import { daysFrom, planTimetable, type ServiceId } from '@linli/domain/services/centres';
import { isDayOf, stateOfDay, UNKNOWN_DAY } from '@linli/domain/services/standing-orders';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { type BookableSession, bookableSessions } from '../bookings/index.js';
import { servicesByIds, timetableFacts } from '../centres/index.js';
import { orderInTheWay, serviceForOrder } from './create-standing-order.js';
import type { StandingDayPreview, StandingOrderPreview } from './standing-order.type.js';

interface Wanted {
  readonly beneficiaryId: PersonId;
  readonly serviceId: ServiceId;
  readonly weekdays: readonly number[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What stands in the way for good: what opens later is tried then, and at the counter's hour nothing stands for itself. */
function whyNot({ refusal, refusalDetails, session }: BookableSession, now: Date): Refused | undefined {
  if (refusal === Refusal.NOT_OPEN_YET) return undefined;
  if (refusal !== null) return new Refused(refusal, refusalDetails);
  const { closesAt } = session;
  if (now < closesAt) return undefined;
  return new Refused(Refusal.PAST_CUT_OFF, { closesAt: closesAt.toISOString(), walkInPlaces: 0 });
}

/** What an order would find on these days as things are now; nothing is written. */
export async function previewStandingOrder(
  db: Database,
  viewer: Viewer,
  wanted: Wanted,
): Promise<StandingOrderPreview> {
  const { beneficiaryId, serviceId, weekdays, from, to } = wanted;
  const { centreId, now } = await serviceForOrder(db, viewer, { serviceId, beneficiaryId });
  const services = await servicesByIds(db, [serviceId]);
  const lines = await bookableSessions(db, viewer, { centreId, beneficiaryId, from, to, serviceId });
  const facts = (await timetableFacts(db, services, { from, to })).get(serviceId);
  const order = { serviceId, weekdays, texture: null, validFrom: from, validTo: null, paused: [] };
  const days = daysFrom(from, to).filter((day) => isDayOf(order, day));
  return {
    refused: (await orderInTheWay(db, { ...wanted, to: null })) ?? null,
    days: days.flatMap((day): StandingDayPreview[] => {
      const line = lines.find(({ session }) => session.day === day && session.state === 'SCHEDULED');
      const refused = line && whyNot(line, now);
      const bookingId = line?.bookingId ?? null;
      const own = { bookingId, bookingState: bookingId && BookingState.CONFIRMED };
      const known = { ...UNKNOWN_DAY, ...own, refusal: refused?.code ?? null };
      const [planned] = facts ? planTimetable(facts, day, day) : [];
      const state = planned && stateOfDay(order, known, planned);
      if (!state) return [];
      const why = state === 'REFUSED' && refused ? refused : null;
      return [{ day, state, holiday: planned.holiday, refused: why, price: line?.price ?? null }];
    }),
  };
}
