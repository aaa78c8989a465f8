import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { reminderTimes } from '@linli/domain/notices';
import type { BookingId } from '@linli/domain/services/bookings';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { tellOfBookings } from '../bookings/index.js';

interface Due {
  readonly day: PlainDate;
  readonly meals: boolean;
  readonly limit: number;
}

// The key of a reminder is its booking in its session: a booking that was moved is reminded of again.
const bookingsToRemind = statement<Due, { id: BookingId }>({
  name: 'bookings-to-remind',
  text: `
    SELECT booking.id
    FROM session
      JOIN service ON service.id = session.service_id
      JOIN booking ON booking.session_id = session.id AND booking.state = 'CONFIRMED'
      JOIN resident ON resident.id = booking.beneficiary_id
    WHERE session.day = :day AND session.state = 'SCHEDULED' AND session.starts_at > now()
      AND (service.meal IS NOT NULL) = :meals::boolean
      AND CASE WHEN :meals::boolean THEN meal_reminders ELSE reminders END
      AND NOT EXISTS (
        SELECT FROM notice
        WHERE resident_id = booking.beneficiary_id AND key = concat_ws(' ', booking.id, session.id)
          AND kind = CASE WHEN :meals::boolean THEN 'MEAL_REMINDER' ELSE 'REMINDER' END
      )
    ORDER BY session.starts_at, booking.id
    LIMIT :limit`,
});

const BATCH = 500;

/** Reminds of all that has not been reminded of. Running it twice, or on two servers, is running it once. */
async function remind(db: Database, due: Omit<Due, 'limit'>): Promise<number> {
  let reminded = 0;
  for (;;) {
    const count = await transaction(db, async (tx) => {
      const bookings = (await bookingsToRemind(tx, { ...due, limit: BATCH })).map(({ id }) => id);
      await tellOfBookings(tx, {
        ...{ kind: due.meals ? 'MEAL_REMINDER' : 'REMINDER', bookings, again: ({ sessionId }) => sessionId },
        more: ({ ticketNumber }) => ({ ticketNumber }),
      });
      return bookings.length;
    });
    reminded += count;
    if (count < BATCH) return reminded;
  }
}

/** Of what is booked for the day after that evening. */
export const remindOfTomorrow = (db: Database, evening: Date): Promise<number> =>
  remind(db, { day: addDays(plainDateOf(evening), 1), meals: false });

/** Of the meals of that day. */
export const remindOfMeals = (db: Database, morning: Date): Promise<number> =>
  remind(db, { day: plainDateOf(morning), meals: true });

/** When a job was due, which is long ago where a server was down. */
export function dueAt(payload: Readonly<Record<string, unknown>>, now: Date): Date {
  const { ts } = (payload._cron ?? {}) as { ts?: string };
  return ts === undefined ? now : new Date(ts);
}

/** A line of the crontab, in UTC, for a time of the day in China. */
export function cronAt(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${minute} ${(hour + 24 - 8) % 24} * * *`;
}

export const schedule = [
  `${cronAt(reminderTimes.evening)} notices:remind-of-tomorrow ?fill=12h`,
  `${cronAt(reminderTimes.morning)} notices:remind-of-meals ?fill=6h`,
];
