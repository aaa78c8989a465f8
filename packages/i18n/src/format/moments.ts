import type { Locale } from '../locale.js';

/** An instant (Date or ISO text) or a day of the calendar (YYYY-MM-DD). */
export type Moment = Date | string;

const ZONE = 'Asia/Shanghai';
const DAY_MS = 24 * 60 * 60 * 1000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** A day without an hour stands for its midnight in China. */
export const instantOf = (moment: Moment): Date => {
  if (typeof moment !== 'string') return moment;
  return new Date(/^\d{4}-\d\d-\d\d$/.test(moment) ? `${moment}T00:00:00+08:00` : moment);
};

/** Days since 1970 in China. */
export const dayNumber = (moment: Moment): number =>
  Math.floor((instantOf(moment).getTime() + OFFSET_MS) / DAY_MS);

type Options = Intl.DateTimeFormatOptions;
export type Part = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second';

/** The parts of a moment in China, in the words of a language. */
export function partsIn(locale: Locale): (moment: Moment, options: Options) => Record<Part, string> {
  const known = new Map<string, Intl.DateTimeFormat>();
  const formatter = (options: Options) => {
    const key = JSON.stringify(options);
    const format = known.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
    known.set(key, format);
    return format;
  };
  return (moment, options) => {
    const parts = formatter(options).formatToParts(instantOf(moment));
    return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
  };
}
