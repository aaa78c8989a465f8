import type { PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import type { ServiceId } from '@linli/domain/services/centres';
import { standingOrderId } from '@linli/domain/services/standing-orders';
import { idOf } from '@linli/sample';
import { statement, type Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';
import {
  createStandingOrder,
  pauseStandingOrder,
  type StandingOrder,
  takeOutStandingDay,
} from '../services/standing-orders/index.js';

const ORDERS = 24;
const MONTH = 28;

// Those whose lunches of the coming days came by a standing order; nobody of the story, whose days are told elsewhere.
const whoOrders = statement<
  { today: PlainDate },
  { beneficiaryId: PersonId; serviceId: ServiceId; eatsToday: boolean }
>({
  name: 'who-orders-standing',
  text: `
    SELECT DISTINCT ON (booking.beneficiary_id) booking.beneficiary_id, session.service_id, EXISTS (
        SELECT FROM booking eaten JOIN session sitting ON sitting.id = eaten.session_id
        WHERE eaten.beneficiary_id = booking.beneficiary_id AND sitting.service_id = session.service_id
          AND sitting.day = :today AND eaten.state NOT IN ('CANCELLED', 'DECLINED', 'LAPSED')
      ) AS eats_today
    FROM booking JOIN session ON session.id = booking.session_id JOIN service ON service.id = session.service_id
    WHERE booking.channel = 'STANDING_ORDER' AND session.day > :today AND service.meal IS NOT NULL
      AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = booking.beneficiary_id)
    ORDER BY booking.beneficiary_id, session.starts_at, session.service_id
    LIMIT ${String(ORDERS)}`,
});

/** Standing lunches as the desk would set them up; one of them is paused for a week, another leaves a day out. */
export async function furnishStandingOrders(
  tx: Transaction,
  viewer: Viewer,
  today: PlainDate,
): Promise<void> {
  const orders: StandingOrder[] = [];
  for (const { eatsToday, ...who } of await whoOrders(tx, { today })) {
    const id = standingOrderId.parse(idOf(`standing order ${who.beneficiaryId}`));
    // Whoever eats today has had it for a month; for the others today's lunch is not missed but not wanted yet.
    const from = addDays(today, eatsToday ? -MONTH : 1);
    const input = { ...who, id, weekdays: [1, 2, 3, 4, 5], from };
    const order = await createStandingOrder(tx, viewer, input);
    if (!(order instanceof Refused)) orders.push(order);
  }
  const [paused, other] = orders;
  if (paused) {
    const span = { from: addDays(today, 9), to: addDays(today, 15) };
    await pauseStandingOrder(tx, viewer, { id: paused.id, ...span });
  }
  const workday = [3, 4, 5]
    .map((days) => addDays(today, days))
    .find((day) => new Date(day).getUTCDay() % 6 !== 0);
  if (other && workday) await takeOutStandingDay(tx, viewer, { id: other.id, day: workday });
}
