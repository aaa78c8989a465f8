import type { PreviewTimetableQuery, WholeServiceFragment } from '../../gql/graphql';
import { addDays, minutesOf, mondayOf } from '../../kit/days';

export interface Slot {
  readonly weekday: number;
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
}

export type Preview = PreviewTimetableQuery['previewTimetable'];
export type PlannedDay = Preview['days'][number];

export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** 9:00, 900, 0900 and ９：００ all mean 09:00. */
export function timeOf(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '');
  const split = /^(\d{1,2})\D(\d{1,2})$/.exec(plain);
  const [hour, minute] = split ? [split[1], split[2]] : [digits.slice(0, -2), digits.slice(-2)];
  const time = `${(hour ?? '').padStart(2, '0')}:${(minute ?? '').padStart(2, '0')}`;
  return TIME.test(time) && digits.length >= 3 ? time : text;
}

export const isWhole = ({ starts, ends, capacity }: Slot): boolean =>
  TIME.test(starts) && TIME.test(ends) && ends > starts && Number.isInteger(capacity) && capacity > 0;

/** The slots in force on a day. */
export const slotsOn = (timetable: WholeServiceFragment['timetable'], day: string): Slot[] =>
  timetable
    .filter(({ from, to }) => from <= day && (to === null || to >= day))
    .map(({ weekday, starts, ends, capacity }) => ({ weekday, starts, ends, capacity }))
    .sort((one, other) => one.weekday - other.weekday || one.starts.localeCompare(other.starts));

const same = (one: Slot, other: Slot): boolean =>
  one.weekday === other.weekday &&
  one.starts === other.starts &&
  one.ends === other.ends &&
  one.capacity === other.capacity;

export const isNew = (slot: Slot, stored: readonly Slot[]): boolean => !stored.some((one) => same(one, slot));

export const isChanged = (slots: readonly Slot[], stored: readonly Slot[]): boolean =>
  slots.length !== stored.length || slots.some((slot) => isNew(slot, stored));

/** The hours that the weekly grid must show. */
export function hoursOf(slots: readonly Slot[]): readonly [first: number, last: number] {
  const whole = slots.filter(isWhole);
  return [
    Math.min(8, ...whole.map(({ starts }) => Math.floor(minutesOf(starts) / 60))),
    Math.max(18, ...whole.map(({ ends }) => Math.ceil(minutesOf(ends) / 60))),
  ];
}

export interface CalendarDay {
  readonly day: string;
  readonly planned: PlannedDay | undefined;
}

/** Whole weeks from the Monday of the first day on. */
export function calendarOf(from: string, to: string, days: readonly PlannedDay[]): CalendarDay[] {
  const known = new Map(days.map((planned) => [planned.day, planned]));
  const calendar: CalendarDay[] = [];
  for (let day = mondayOf(from); day <= addDays(mondayOf(to), 6); day = addDays(day, 1))
    calendar.push({ day, planned: known.get(day) });
  return calendar;
}
