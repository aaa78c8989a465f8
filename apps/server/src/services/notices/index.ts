import type { BoundedContext } from '../../platform/bounded-context.js';
import { FailedDeliveriesResolver } from './failed-deliveries.resolver.js';
import { dueAt, remindOfMeals, remindOfTomorrow, schedule } from './remind.js';
import { ToldInPerson1763800005500 } from './told-in-person.migration.js';

/** 提醒 Reminders of bookings, and whom no message reached. */
export const bookingNotices: BoundedContext = {
  entities: [],
  migrations: [ToldInPerson1763800005500],
  resolvers: [FailedDeliveriesResolver],
  jobs: {
    'notices:remind-of-tomorrow': (db, payload, now) => remindOfTomorrow(db, dueAt(payload, now)),
    'notices:remind-of-meals': (db, payload, now) => remindOfMeals(db, dueAt(payload, now)),
  },
  schedule,
};
