import { addDays, type PlainDate } from '../../base/index.js';

/** 覆蓋率 Estates covered ÷ estates in force and handed over; null where there is no estate: nothing is not 0 %. */
export const coverageRate = (covered: number, estates: number): number | null =>
  estates === 0 ? null : covered / estates;

/** Ten years of months are a series; more is not read by anyone. */
const MOST_POINTS = 121;

/** The days of a series by the month: the first, the last day of each month between, and the last. */
export function daysOfSeries(from: PlainDate, to: PlainDate): PlainDate[] {
  if (from > to) return [];
  const days = [to];
  for (
    let day = lastOfMonthBefore(to);
    day > from && days.length < MOST_POINTS - 1;
    day = lastOfMonthBefore(day)
  ) {
    days.unshift(day);
  }
  return from === to ? days : [from, ...days];
}

const lastOfMonthBefore = (day: PlainDate): PlainDate => addDays(`${day.slice(0, 8)}01` as PlainDate, -1);
