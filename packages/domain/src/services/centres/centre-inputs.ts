import { z } from 'zod';
import { areaId, centreId } from '../../access/index.js';
import { addDays, fen, line, phone, plainDate, timeOfDay } from '../../base/index.js';
import { CareNeed } from '../../organisation/people/index.js';
import { BookedAs, CentreKind, Meal, MealWay, ServiceCategory, serviceId } from './centre.js';

const weekday = z.int().min(1).max(7);
const MINUTES_OF_A_MONTH = 31 * 24 * 60;
const LONGEST_RANGE_DAYS = 184;

export const openingSpan = z
  .object({ weekday, opens: timeOfDay, closes: timeOfDay })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'ENDS_BEFORE_START' });

/** A centre with its hours, as the demonstration and the import make it. */
export const createCentreInput = z.object({
  id: centreId,
  name: line(60),
  kind: z.enum(CentreKind),
  areaId,
  address: line(120),
  phone,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  openingHours: z.array(openingSpan).max(21),
});
export type CreateCentreInput = z.infer<typeof createCentreInput>;

/** The client makes the id: the first save creates, the next ones change. */
export const saveServiceInput = z
  .object({
    id: serviceId,
    centreId,
    category: z.enum(ServiceCategory),
    name: line(40),
    description: line(300),
    place: line(60),
    meal: z.enum(Meal).nullish(),
    way: z.enum(MealWay).nullish(),
    priceFen: fen,
    minAge: z.int().min(0).max(120).nullish(),
    careNeeds: z.array(z.enum(CareNeed)).max(9),
    opensDaysAhead: z.int().min(0).max(90),
    cutOffMinutes: z.int().min(0).max(MINUTES_OF_A_MONTH),
    cancelMinutes: z.int().min(0).max(MINUTES_OF_A_MONTH),
    weeklyQuota: z.int().min(1).max(99).nullish(),
    walkIn: z.boolean(),
    followsCalendar: z.boolean(),
    /** Left out, they stay as they are. */
    waitlist: z.boolean().nullish(),
    holdMinutes: z.int().min(5).max(MINUTES_OF_A_MONTH).nullish(),
    needsApproval: z.boolean().nullish(),
    /** 上門服務: a worker comes to the person's door within the session's time. */
    atHome: z.boolean().nullish(),
    /** Null: as often as they like. */
    monthlyQuota: z.int().min(1).max(99).nullish(),
    restBeforeMinutes: z.int().min(0).max(480).nullish(),
    restAfterMinutes: z.int().min(0).max(480).nullish(),
    turnaroundMinutes: z.int().min(0).max(480).nullish(),
    /** Null: no-shows do not count. */
    noShowLimit: z.int().min(1).max(99).nullish(),
    noShowDays: z.int().min(1).max(366).nullish(),
    counterOnlyDays: z.int().min(1).max(366).nullish(),
    noShowExempt: z.array(z.enum(CareNeed)).max(9).nullish(),
    bookedAs: z.enum(BookedAs).nullish(),
    /** Nobody without a valid assessment. */
    needsAssessment: z.boolean().nullish(),
    active: z.boolean(),
  })
  .refine(({ category, meal }) => (category === 'MEAL') === (meal != null), {
    path: ['meal'],
    message: 'MEAL_AND_CATEGORY',
  })
  .refine(({ meal, way }) => (meal == null) === (way == null), { path: ['way'], message: 'MEAL_AND_WAY' })
  .refine(({ meal, bookedAs }) => meal == null || bookedAs == null || bookedAs === 'SESSION', {
    path: ['bookedAs'],
    message: 'MEALS_ARE_SINGLE',
  })
  .refine(({ category, atHome }) => category !== 'MEAL' || atHome !== true, {
    path: ['atHome'],
    message: 'MEAL_AT_HOME',
  })
  .refine(({ opensDaysAhead, cutOffMinutes }) => cutOffMinutes < (opensDaysAhead + 1) * 24 * 60, {
    path: ['cutOffMinutes'],
    message: 'CLOSES_BEFORE_IT_OPENS',
  });
export type SaveServiceInput = z.infer<typeof saveServiceInput>;

export const slotInput = z
  .object({ weekday, starts: timeOfDay, ends: timeOfDay, capacity: z.int().min(1).max(2000) })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], message: 'ENDS_BEFORE_START' });
export const slotsInput = z.array(slotInput).max(84);

interface Range {
  readonly from: z.infer<typeof plainDate>;
  readonly to: z.infer<typeof plainDate>;
}
export const isRange = ({ from, to }: Range): boolean => from <= to && to < addDays(from, LONGEST_RANGE_DAYS);

export const publishTimetableInput = z
  .object({ serviceId, slots: slotsInput, from: plainDate, to: plainDate })
  .refine(isRange, { path: ['to'], message: 'BAD_RANGE' });
export type PublishTimetableInput = z.infer<typeof publishTimetableInput>;

/** A range of days to look at: at most half a year. */
export const dayRange = z
  .object({ from: plainDate, to: plainDate })
  .refine(isRange, { path: ['to'], message: 'BAD_RANGE' });

export const closeDayInput = z.object({ centreId, day: plainDate, reason: line(100) });
export type CloseDayInput = z.infer<typeof closeDayInput>;

export const reopenDayInput = z.object({ centreId, day: plainDate });
export type ReopenDayInput = z.infer<typeof reopenDayInput>;
