import type { ArrivalFragment, DayLogKeptFragment, Eaten, Meal } from '../../gql/graphql';
import { timeOf } from '../../kit/days';

export type Entry = DayLogKeptFragment['entries'][number];
type Day = Pick<ArrivalFragment, 'state' | 'checkedInAt' | 'session'>;

/** Of who was there, and of day care alone. */
export const hasLog = ({ state, checkedInAt, session }: Day): boolean =>
  session.service.category === 'DAY_CARE' &&
  checkedInAt !== null &&
  (state === 'CHECKED_IN' || state === 'COMPLETED');

/** The most first: the order in which they are offered. */
export const EATEN: readonly Eaten[] = ['ALL', 'MOST', 'HALF', 'LITTLE', 'NOTHING'];

const NOON_MEAL = '10:30';
const EVENING_MEAL = '15:00';

/** Which meal somebody most likely writes about at this time. */
export const mealAt = (time: string): Meal =>
  time < NOON_MEAL ? 'BREAKFAST' : time < EVENING_MEAL ? 'LUNCH' : 'DINNER';

const PATIENCE_MINUTES = 60;

/** It was written down long after it happened, which whoever reads it should know. */
export const isLate = ({ at, recordedAt }: Pick<Entry, 'at' | 'recordedAt'>): boolean =>
  Date.parse(recordedAt) - Date.parse(at) > PATIENCE_MINUTES * 60_000;

/** Whether that time of the day has not come yet. */
export const isToCome = (day: string, time: string, now: Date): boolean =>
  Date.parse(`${day}T${time}:00+08:00`) > now.getTime();

/** On the day itself the time is now; of an earlier day it is asked for. */
export const startTime = (day: string, today: string, now: Date): string =>
  day === today ? timeOf(now) : '';
