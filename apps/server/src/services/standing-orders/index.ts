import type { BoundedContext } from '../../platform/bounded-context.js';
import { sessionFollowers } from '../centres/index.js';
import { MATERIALISE, standingOrdersFollowSessions } from './follow-sessions.js';
import { materialise } from './materialise.js';
import { StandingOrderDayResolver, StandingOrderFieldsResolver } from './standing-order-fields.resolver.js';
import { StandingOrderResolver } from './standing-order.resolver.js';
import { StandingOrders1763800005100 } from './standing-orders.migration.js';

export { changeStandingDay, putBackStandingDay, takeOutStandingDay } from './change-standing-day.js';
export { createStandingOrder } from './create-standing-order.js';
export { daysOfOrder } from './days-of-order.js';
export { materialise } from './materialise.js';
export { endStandingOrder, pauseStandingOrder, resumeStandingOrder } from './pause-standing-order.js';
export { StandingOrder } from './standing-order.type.js';

// After bookings, whose door is above: what they cancelled is seen here.
sessionFollowers.register(standingOrdersFollowSessions);

/** 長期預約 A weekly wish that becomes bookings. */
export const standingOrders: BoundedContext = {
  entities: [],
  migrations: [StandingOrders1763800005100],
  resolvers: [StandingOrderResolver, StandingOrderFieldsResolver, StandingOrderDayResolver],
  jobs: { [MATERIALISE]: (db) => materialise(db) },
  // 00:10 in China, when the new day's sessions stand and have opened; a night that was missed is made up for.
  schedule: [`10 16 * * * ${MATERIALISE} ?fill=1d`],
  atStart: [MATERIALISE],
};
