import type { PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { calendarNote, DayNote, isPublished, type StatutoryCalendar, weekdayOf } from './calendar.js';
import { daysFrom } from './statutory-days.js';

/** When a centre is open; several in a day are several spans. Times as HH:MM in China. */
export interface OpeningSpan {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** 時段 One line of a weekly timetable. */
export interface Slot {
  readonly weekday: number;
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
}

/** A slot, and the days that it holds for; null is until further notice. */
export interface DatedSlot extends Slot {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** All that decides which sessions a service has. */
export interface TimetableFacts {
  readonly slots: readonly DatedSlot[];
  /** Empty: the centre keeps no hours, and none bind the service. */
  readonly openingHours: readonly OpeningSpan[];
  readonly closedDays: ReadonlySet<PlainDate>;
  readonly calendar: StatutoryCalendar;
  /** Rests on statutory holidays, and waits with a year whose calendar is unpublished. */
  readonly followsCalendar: boolean;
}

export type PlannedTime = Pick<Slot, 'starts' | 'ends' | 'capacity'>;

export interface PlannedDay {
  readonly day: PlainDate;
  readonly note: DayNote;
  readonly holiday: string | null;
  readonly times: readonly PlannedTime[];
}

/** What is wrong with a slot of a timetable; `slot` is its place in the list, from 0. */
export interface SlotProblem {
  readonly slot: number;
  readonly code: Refusal;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** They meet, or there is no time between them to make the room ready again. */
const overlap = (one: Slot, other: Slot, turnaround: number): boolean =>
  one.weekday === other.weekday &&
  minuteOf(one.starts) < minuteOf(other.ends) + turnaround &&
  minuteOf(other.starts) < minuteOf(one.ends) + turnaround;

const fits = (hours: readonly OpeningSpan[], { weekday, starts, ends }: Slot): boolean =>
  hours.length === 0 ||
  hours.some((span) => span.weekday === weekday && span.opens <= starts && ends <= span.closes);

/** Each slot that overlaps an earlier one of the list, or leaves no turnaround to it, or leaves the opening hours. */
export const slotProblems = (
  slots: readonly Slot[],
  hours: readonly OpeningSpan[],
  turnaround = 0,
): SlotProblem[] =>
  slots.flatMap((slot, i) => {
    const problems: SlotProblem[] = [];
    if (slots.slice(0, i).some((earlier) => overlap(earlier, slot, turnaround))) {
      problems.push({ slot: i, code: Refusal.SLOTS_OVERLAP });
    }
    if (!fits(hours, slot)) problems.push({ slot: i, code: Refusal.OUTSIDE_OPENING_HOURS });
    return problems;
  });

/**
 * The times of a day by weekday, hours and calendar, whether or not the centre closes that day. A make-up workday
 * follows its own weekday: the notice does not say which other one it stands for.
 */
export function timesOn(facts: TimetableFacts, day: PlainDate): PlannedTime[] {
  const { calendar, followsCalendar, openingHours } = facts;
  if (followsCalendar) {
    if (!isPublished(calendar, day) || calendar.days.get(day)?.kind === 'HOLIDAY') return [];
  }
  const weekday = weekdayOf(day);
  const times: PlannedTime[] = [];
  for (const slot of facts.slots.toSorted((one, other) => (one.starts < other.starts ? -1 : 1))) {
    const holds = slot.validFrom <= day && (slot.validTo === null || day <= slot.validTo);
    const previous = times.at(-1);
    const isFree = previous === undefined || previous.ends <= slot.starts;
    if (slot.weekday === weekday && holds && isFree && fits(openingHours, slot)) {
      times.push({ starts: slot.starts, ends: slot.ends, capacity: slot.capacity });
    }
  }
  return times;
}

/** The days from one to another, both included, each with what kind of day it is and the sessions it is to have. */
export const planTimetable = (facts: TimetableFacts, from: PlainDate, to: PlainDate): PlannedDay[] =>
  daysFrom(from, to).map((day) => {
    const closed = facts.closedDays.has(day);
    return {
      day,
      note: closed ? DayNote.CLOSED : calendarNote(facts.calendar, day),
      holiday: facts.calendar.days.get(day)?.name ?? null,
      times: closed ? [] : timesOn(facts, day),
    };
  });
