import type { BoundedContext } from '../../platform/bounded-context.js';
import { DayLog1763800006610 } from './day-log.migration.js';
import { DayLogResolver } from './day-log.resolver.js';

export { counterDayLog, recordDayLog } from './keep-day-log.js';
export { dayLog } from './day-log.queries.js';
export { DayLog } from './day-log.type.js';

/** 日間照料 What happened to somebody on a day at the centre. */
export const dayCare: BoundedContext = {
  entities: [],
  migrations: [DayLog1763800006610],
  resolvers: [DayLogResolver],
};
