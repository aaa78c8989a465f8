import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';

/** REGULAR workday, weekend, statutory holiday, make-up workday, the centre closed, or a year without its calendar. */
export const DayNote = enumOf('WORKDAY', 'REST', 'HOLIDAY', 'MAKE_UP_WORKDAY', 'CLOSED', 'UNPUBLISHED');
export type DayNote = EnumOf<typeof DayNote>;

/** A day that the State Council's notice on holidays (國務院辦公廳 節假日安排的通知) makes different from its weekday. */
export interface StatutoryDay {
  readonly day: PlainDate;
  readonly kind: 'HOLIDAY' | 'MAKE_UP_WORKDAY';
  readonly name: string;
}

/** The years whose notice is out, with their days. A year that is not in it is unpublished, and never guessed. */
export interface StatutoryCalendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<PlainDate, StatutoryDay>;
}

export const calendarOf = (years: Iterable<number>, days: Iterable<StatutoryDay>): StatutoryCalendar => ({
  years: new Set(years),
  days: new Map(Array.from(days, (day) => [day.day, day])),
});

export const isPublished = (calendar: StatutoryCalendar, day: PlainDate): boolean =>
  calendar.years.has(Number(day.slice(0, 4)));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** What kind of day it is for everyone, whatever one centre does. */
export function calendarNote(calendar: StatutoryCalendar, day: PlainDate): Exclude<DayNote, 'CLOSED'> {
  if (!isPublished(calendar, day)) return DayNote.UNPUBLISHED;
  return calendar.days.get(day)?.kind ?? (weekdayOf(day) > 5 ? DayNote.REST : DayNote.WORKDAY);
}
