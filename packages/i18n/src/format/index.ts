import type { Locale } from '../locale.js';
import { dayNumber, instantOf, type Moment, partsIn } from './moments.js';
import { moneyOf } from './money.js';

export type { Moment } from './moments.js';

/** Days, times and numbers as a reader of one language in China expects them. */
export interface Formats {
  /** 11月24日 週二 */
  readonly day: (moment: Moment) => string;
  /** 2026年11月24日 */
  readonly date: (moment: Moment) => string;
  /** 週二 */
  readonly weekday: (moment: Moment) => string;
  /** 今天, 明天, 後天, 昨天, 前天; further away the day itself. */
  readonly relativeDay: (moment: Moment, now: Date) => string;
  /** 11:30, always of 24 hours */
  readonly time: (moment: Moment) => string;
  /** 11:24:08 */
  readonly clock: (moment: Moment) => string;
  /** 11:15–12:30 */
  readonly timeRange: (from: Moment, to: Moment) => string;
  /** 11月24日 週二 11:30 */
  readonly dateTime: (moment: Moment) => string;
  /** 3分鐘前 */
  readonly ago: (moment: Moment, now: Date) => string;
  /** From 分: ¥4, ¥4.50; with `exact` always ¥4.00. */
  readonly money: (fen: number, how?: { readonly exact?: boolean }) => string;
  /** From a ratio: 93.4% */
  readonly percent: (ratio: number) => string;
  /** 1,234 */
  readonly count: (count: number) => string;
}

function daysIn(locale: Locale): Pick<Formats, 'day' | 'date' | 'weekday' | 'time' | 'clock'> {
  const parts = partsIn(locale);
  const clock = (moment: Moment) => {
    const { hour, minute, second } = parts(moment, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    return `${hour}:${minute}:${second}`;
  };
  const whole = (moment: Moment) =>
    parts(moment, {
      year: 'numeric',
      month: locale === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
    });
  const days =
    locale === 'en'
      ? {
          day: (moment: Moment) => (({ weekday, day, month }) => `${weekday} ${day} ${month}`)(whole(moment)),
          date: (moment: Moment) => (({ day, month, year }) => `${day} ${month} ${year}`)(whole(moment)),
        }
      : {
          day: (moment: Moment) =>
            (({ month, day, weekday }) => `${month}月${day}日 ${weekday}`)(digits(whole(moment))),
          date: (moment: Moment) =>
            (({ year, month, day }) => `${year}年${month}月${day}日`)(digits(whole(moment))),
        };
  return {
    ...days,
    weekday: (moment) => whole(moment).weekday,
    clock,
    time: (moment) => clock(moment).slice(0, 5),
  };
}

// Some browsers put 月 and 日 into the parts themselves, others beside them.
const digits = <P extends Record<'year' | 'month' | 'day', string>>(parts: P): P => ({
  ...parts,
  year: parts.year.replace(/\D/g, ''),
  month: parts.month.replace(/\D/g, ''),
  day: parts.day.replace(/\D/g, ''),
});

const JUST_NOW: Readonly<Record<Locale, string>> = { 'zh-Hant': '剛剛', 'zh-Hans': '刚刚', en: 'just now' };

function agoIn(locale: Locale): Formats['ago'] {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (moment, now) => {
    const seconds = Math.round((instantOf(moment).getTime() - now.getTime()) / 1000);
    const size = Math.abs(seconds);
    // Seconds differ from clock to clock, and are old when they are read.
    if (size < 60) return JUST_NOW[locale];
    if (size < 60 * 60) return relative.format(Math.trunc(seconds / 60), 'minute');
    if (size < 24 * 60 * 60) return relative.format(Math.trunc(seconds / 3600), 'hour');
    return relative.format(Math.trunc(seconds / 86_400), 'day');
  };
}

export function formatsOf(locale: Locale): Formats {
  const days = daysIn(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const count = new Intl.NumberFormat(locale);
  // "in 2 days" is no name for a day; 後天 is one.
  const named = locale === 'en' ? 1 : 2;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    ...days,
    relativeDay: (moment, now) => {
      const away = dayNumber(moment) - dayNumber(now);
      return Math.abs(away) <= named ? capital(relative.format(away, 'day')) : days.day(moment);
    },
    timeRange: (from, to) => `${days.time(from)}–${days.time(to)}`,
    dateTime: (moment) => `${days.day(moment)} ${days.time(moment)}`,
    ago: agoIn(locale),
    money: moneyOf,
    percent: (ratio) => percent.format(ratio),
    count: (number) => count.format(number),
  };
}
