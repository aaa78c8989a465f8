import type { BoundedContext } from '../../platform/bounded-context.js';
import { RunFieldsResolver, RunOfBookingResolver } from './run-fields.resolver.js';
import { RunsResolver } from './runs.resolver.js';

export { bookRange } from './book-range.js';
export { joinSeries } from './join-series.js';
export { leaveRun } from './leave-run.js';
export { rangeOffer, seriesOffers } from './offers.js';
export { BookingRun } from './run.type.js';

/** 連報 All dates of a class, or every day of a range, in one act. */
export const runs: BoundedContext = {
  entities: [],
  migrations: [],
  resolvers: [RunsResolver, RunFieldsResolver, RunOfBookingResolver],
};
