import { z } from 'zod';
import { addDays, line, type PlainDate, plainDate, timeOfDay } from '../../base/index.js';
import { type DayNote, weekdayOf } from './calendar.js';
import { seriesId, serviceId } from './centre.js';
import { type PlannedDay, type PlannedTime, planTimetable, type TimetableFacts } from './timetable.js';

/** No class is longer than this, pauses included. */
export const SERIES_DAYS = 184;

/** When a class meets, from when on, and how often in all. */
export const seriesPlanInput = z
  .object({
    serviceId,
    weekdays: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, { message: 'TWICE' }),
    starts: timeOfDay,
    ends: timeOfDay,
    capacity: z.int().min(1).max(2000),
    from: plainDate,
    times: z.int().min(2).max(60),
  })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], message: 'ENDS_BEFORE_START' });
export type SeriesWish = z.infer<typeof seriesPlanInput>;

/** The client makes the id. */
export const openSeriesInput = seriesPlanInput.safeExtend({
  id: seriesId,
  name: line(40),
  /** 報名截止: the last day on which one joins; left out, as long as a date remains. */
  joinUntil: plainDate.nullish(),
});
export type OpenSeriesInput = z.infer<typeof openSeriesInput>;

/** 停班 Whoever is in it is told why. */
export const closeSeriesInput = z.object({ id: seriesId, reason: line(100) });
export type CloseSeriesInput = z.infer<typeof closeSeriesInput>;

/** 報名截止 may be set, moved and taken away as long as the class goes on; a day that is over stops joining at once. */
export const changeJoinUntilInput = z.object({ id: seriesId, joinUntil: plainDate.nullable() });
export type ChangeJoinUntilInput = z.infer<typeof changeJoinUntilInput>;

/** The last day on which one joins is over. */
export const isJoiningOver = (joinUntil: PlainDate | null, today: PlainDate): boolean =>
  joinUntil !== null && today > joinUntil;

/** A day on which the class would meet, and does not. */
export interface RestingDay {
  readonly day: PlainDate;
  readonly note: DayNote;
  readonly holiday: string | null;
}

export interface PlannedSeries {
  readonly dates: readonly (PlannedTime & { readonly day: PlainDate })[];
  /** Between the first day and the last: told, and made up for at the end. */
  readonly resting: readonly RestingDay[];
  /** How many days are in a year whose calendar is not out yet, when that decides. */
  readonly unpublished: number;
}

const restOf = ({ day, note, holiday }: PlannedDay): RestingDay => ({ day, note, holiday });

/** So many dates from a day on. Closed days and holidays are left out, and the class goes on for as long. */
export function planSeries(
  facts: Omit<TimetableFacts, 'slots'>,
  { weekdays, starts, ends, capacity, from, times }: Omit<SeriesWish, 'serviceId'>,
): PlannedSeries {
  const slots = weekdays.map((weekday) => ({
    ...{ weekday, starts, ends, capacity },
    ...{ validFrom: from, validTo: null },
  }));
  const days = planTimetable({ ...facts, slots }, from, addDays(from, SERIES_DAYS - 1));
  const meant = days.filter(({ day }) => weekdays.includes(weekdayOf(day)));
  const dates = meant.flatMap(({ day, times: [time] }) => (time ? [{ ...time, day }] : [])).slice(0, times);
  const last = dates.at(-1)?.day ?? from;
  const resting = meant.filter(({ day, times: meets }) => meets.length === 0 && day < last).map(restOf);
  const unpublished = meant.filter(({ note, times: meets }) => meets.length === 0 && note === 'UNPUBLISHED');
  return { dates, resting, unpublished: unpublished.length };
}
