import type { BoundedContext } from '../../platform/bounded-context.js';
import { CalendarFeed1763800005600 } from './calendar-feed.migration.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';

export { calendarPage } from './calendar.page.js';

/** 日曆訂閱 Bookings in the calendar that a person has anyway. */
export const calendarFeed: BoundedContext = {
  entities: [],
  migrations: [CalendarFeed1763800005600],
  resolvers: [CalendarFeedResolver],
};
