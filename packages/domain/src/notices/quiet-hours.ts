import { addDays, plainDateOf } from '../base/index.js';
import type { Urgency } from './notice-kinds.js';

/** 免打擾 In China: nobody's phone rings then, unless it must. */
export const quietHours = { from: '21:00', to: '07:00' } as const;

/** In China: of tomorrow's bookings on the evening before; of today's meals in the morning, to those who wish it. */
export const reminderTimes = { evening: '18:00', morning: '07:00' } as const;

/** Who is told in the morning needs that long to be glad of it. Minutes. */
const IN_GOOD_TIME = 60;

const MINUTE_MS = 60_000;
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** When the night ends in which this moment lies; undefined by day. */
export function nightEndsAt(now: Date): Date | undefined {
  const today = plainDateOf(now);
  const [morning, evening] = [at(today, quietHours.to), at(today, quietHours.from)];
  if (now < morning) return morning;
  return now >= evening ? at(addDays(today, 1), quietHours.to) : undefined;
}

/** What matters before that cannot wait for the morning. */
export const tooLateInTheMorning = (morning: Date): Date =>
  new Date(morning.getTime() + IN_GOOD_TIME * MINUTE_MS);

/** May it be sent now? `until`: from then on it is no use. */
export function maySendAt(now: Date, urgency: Urgency, until: Date): boolean {
  const morning = nightEndsAt(now);
  if (!morning || urgency === 'URGENT') return true;
  return urgency === 'TIMELY' && until < tooLateInTheMorning(morning);
}
