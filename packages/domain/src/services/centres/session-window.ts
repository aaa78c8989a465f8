import type { CareNeed } from '../../organisation/people/index.js';
import { addDays, midnightOf, type PlainDate } from '../../base/index.js';

/** How long a freed place is held where the service does not say. */
export const HOLD_MINUTES = 60;

/** What happens to those who do not come, where the service does not say: nothing where it serves meals. */
export const NO_SHOWS = {
  limit: 3,
  days: 90,
  counterOnlyDays: 30,
  exempt: ['DISABLED_FULLY'],
} as const satisfies { readonly exempt: readonly CareNeed[] } & Record<string, unknown>;

/** 預約規則 What a service says about booking its sessions. Cut-offs in minutes before the start. */
export interface BookingPolicy {
  readonly opensDaysAhead: number;
  /** "The evening before at 20:00" of a lunch at 11:30 is 930. */
  readonly cutOffMinutes: number;
  readonly cancelMinutes: number;
  /** Null: no limit. */
  readonly weeklyQuota: number | null;
  readonly walkIn: boolean;
  readonly followsCalendar: boolean;
  /** Whoever finds it full may wait for a place. */
  readonly waitlist: boolean;
  /** How long a freed place is held for the first who waits. */
  readonly holdMinutes: number;
  /** Somebody decides about each wish, at most until the cut-off. */
  readonly needsApproval: boolean;
  readonly monthlyQuota: number | null;
  /** So long before and after it a person is not at anything else. */
  readonly restBeforeMinutes: number;
  readonly restAfterMinutes: number;
  /** So long the room is not used again. */
  readonly turnaroundMinutes: number;
}

/** A moment of a day in China. */
export const momentOf = (day: PlainDate, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** HH:MM in China. */
export const timeOf = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

const before = (moment: Date, minutes: number): Date => new Date(moment.getTime() - minutes * 60_000);

/** A session keeps the window it was published with: a later change of policy breaks no promise. */
export const sessionWindow = (
  policy: Pick<BookingPolicy, 'opensDaysAhead' | 'cutOffMinutes' | 'cancelMinutes'>,
  session: { readonly day: PlainDate; readonly startsAt: Date },
) => ({
  opensAt: midnightOf(addDays(session.day, -policy.opensDaysAhead)),
  closesAt: before(session.startsAt, policy.cutOffMinutes),
  cancelUntil: before(session.startsAt, policy.cancelMinutes),
});
