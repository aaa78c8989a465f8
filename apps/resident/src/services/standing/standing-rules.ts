import { dayOf, daysFrom } from '../../data/use-day';
import type { StandingDayState } from '../../gql/graphql';

/** As far ahead as a page of an order looks: sessions stand three weeks ahead, and a fourth says what is to come. */
export const LOOK_AHEAD = 28;
/** What is shown before one agrees. */
export const PREVIEWED = 14;

const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

/** So many days later, or earlier. */
export const daysLater = (day: string, days: number): string => dayOf(noon(day), days);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The first day of an order from this one on. */
export const firstDayOn = (day: string, weekdays: readonly number[]): string =>
  daysFrom(day, 7).find((each) => weekdays.includes(weekdayOf(each))) ?? day;

export const mondayAfter = (day: string): string => daysLater(day, 8 - weekdayOf(day));
export const sundayOf = (day: string): string => daysLater(day, 7 - weekdayOf(day));
export const lastOfMonth = (day: string): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
export const firstOfNextMonth = (day: string): string => daysLater(lastOfMonth(day), 1);

/** Something can still be done about such a day. */
export const isOpenDay = (state: StandingDayState): boolean =>
  state === 'PLANNED' || state === 'BOOKED' || state === 'REFUSED' || state === 'TAKEN_OUT';

/** A day as it is typed, when it is one. */
export const isDay = (typed: string | null | undefined): typed is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed ?? '') && !Number.isNaN(Date.parse(typed ?? ''));
