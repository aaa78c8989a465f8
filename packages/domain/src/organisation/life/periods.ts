import { addDays, type EnumOf, enumOf, type PlainDate } from '../../base/index.js';

export const PeriodLength = enumOf('MONTH', 'QUARTER', 'YEAR');
export type PeriodLength = EnumOf<typeof PeriodLength>;

/** A month, a quarter or a year of the calendar; both days belong to it. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** 快到期 How many of its last days a period is due soon. */
export const DUE_SOON_DAYS: Readonly<Record<PeriodLength, number>> = { MONTH: 7, QUARTER: 15, YEAR: 30 };

const firstOf = (year: number, month: number): PlainDate =>
  `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as PlainDate;

export function periodOf(length: PeriodLength, day: PlainDate): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = month - (month % MONTHS[length]);
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + MONTHS[length]), -1) };
}

/** Every period that has a day between the two, in order. */
export function periodsBetween(length: PeriodLength, from: PlainDate, to: PlainDate): Period[] {
  const periods: Period[] = [];
  for (
    let period = periodOf(length, from);
    period.from <= to;
    period = periodOf(length, addDays(period.to, 1))
  )
    periods.push(period);
  return periods;
}

const DAY = 24 * 60 * 60 * 1000;

/** Days from one to the other, both counted; none when they are the wrong way round. */
export const daysIn = (from: PlainDate, to: PlainDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1);

/** Has the time begun in which a period that is still open ends soon? */
export const isDueSoon = (length: PeriodLength, { to }: Period, today: PlainDate): boolean =>
  today <= to && daysIn(today, to) <= DUE_SOON_DAYS[length];
