import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import { calendarNote, DayNote, daysFrom, type StatutoryCalendar } from '../centres/index.js';

/** The longest range that is taken in one act. */
export const RANGE_DAYS = 62;

/** 開放, 閉館, 放假, 不開 (no session that day), 未排 (none yet: it is too far ahead). */
export const DayOfRange = enumOf('OPEN', 'CLOSED', 'HOLIDAY', 'NO_SESSION', 'NOT_YET');
export type DayOfRange = EnumOf<typeof DayOfRange>;

/** All that decides which days of a range there are. */
export interface RangeFacts {
  readonly open: ReadonlySet<PlainDate>;
  /** With the reason. */
  readonly closed: ReadonlyMap<PlainDate, string>;
  readonly calendar: StatutoryCalendar;
  readonly followsCalendar: boolean;
  /** The last day that the timetable has been written for. */
  readonly lastPlanned: PlainDate;
}

export interface ToldDay {
  readonly day: PlainDate;
  readonly kind: DayOfRange;
  /** Why not, where somebody said it: the reason of a closed day, the name of a holiday. */
  readonly reason: string | null;
}

function dayOf(facts: RangeFacts, day: PlainDate): ToldDay {
  if (facts.open.has(day)) return { day, kind: 'OPEN', reason: null };
  const closed = facts.closed.get(day);
  if (closed !== undefined) return { day, kind: 'CLOSED', reason: closed };
  const isHoliday = facts.followsCalendar && calendarNote(facts.calendar, day) === DayNote.HOLIDAY;
  if (isHoliday) return { day, kind: 'HOLIDAY', reason: facts.calendar.days.get(day)?.name ?? null };
  return { day, kind: day > facts.lastPlanned ? 'NOT_YET' : 'NO_SESSION', reason: null };
}

/** Every day from one to another, with what it is: none is left out without a word. */
export const rangeOfDays = (facts: RangeFacts, from: PlainDate, to: PlainDate): ToldDay[] =>
  daysFrom(from, to).map((day) => dayOf(facts, day));

/** The first day that is in one list and not in the other; undefined when they are the same days. */
export const firstDifference = (
  seen: readonly PlainDate[],
  are: readonly PlainDate[],
): PlainDate | undefined =>
  [...seen.filter((day) => !are.includes(day)), ...are.filter((day) => !seen.includes(day))].toSorted()[0];
