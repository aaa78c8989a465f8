import { z } from 'zod';
import { centreId } from '../../access/index.js';
import { type EnumOf, enumOf, line, plainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { Meal } from '../centres/index.js';

/** 留樣 at least so much, kept at least so long; what is served hot is at least so hot. */
export const LEAST_SAMPLE_GRAMS = 125;
export const LEAST_SAMPLE_HOURS = 48;
export const LEAST_HOT_TENTHS = 600;

export const foodSafetyLogId = z.uuidv7().brand<'FoodSafetyLogId'>();
export type FoodSafetyLogId = z.infer<typeof foodSafetyLogId>;

export const mealReleaseId = z.uuidv7().brand<'MealReleaseId'>();
export type MealReleaseId = z.infer<typeof mealReleaseId>;

/** What was measured of one dish. Left out: not measured this time. */
export const foodSafetyEntry = z.object({
  dish: line(30),
  sampleGrams: z.int().min(0).max(5000).nullish(),
  keepHours: z.int().min(0).max(720).nullish(),
  /** Tenths of a degree: 745 is 74.5 ℃. */
  celsiusTenths: z.int().min(-400).max(1500).nullish(),
  /** A cold dish has no least temperature. */
  servedCold: z.boolean(),
});

/** The client makes the id. Who measures a dish again says why: an entry is never overwritten. */
export const recordFoodSafetyInput = z.object({
  id: foodSafetyLogId,
  centreId,
  day: plainDate,
  meal: z.enum(Meal),
  entries: z.array(foodSafetyEntry).min(1).max(8),
  reason: line(200).nullish(),
});
export type RecordFoodSafetyInput = z.infer<typeof recordFoodSafetyInput>;

export const releaseMealInput = z.object({
  id: mealReleaseId,
  centreId,
  day: plainDate,
  meal: z.enum(Meal),
});
export type ReleaseMealInput = z.infer<typeof releaseMealInput>;

export interface FoodSafetyEntry {
  readonly dish: string;
  readonly sampleGrams: number | null;
  readonly keepHours: number | null;
  readonly celsiusTenths: number | null;
  readonly servedCold: boolean;
}

export const FoodSafetyFault = enumOf(
  'SAMPLE_MISSING',
  'SAMPLE_TOO_SMALL',
  'SAMPLE_KEPT_TOO_SHORT',
  'TEMPERATURE_MISSING',
  'NOT_HOT_ENOUGH',
);
export type FoodSafetyFault = EnumOf<typeof FoodSafetyFault>;

export interface DishFault {
  readonly dish: string;
  readonly fault: FoodSafetyFault;
}

const lastWhere = (
  entries: readonly FoodSafetyEntry[],
  measures: (entry: FoodSafetyEntry) => boolean,
): FoodSafetyEntry | undefined => entries.findLast(measures);

function faultsOfDish(entries: readonly FoodSafetyEntry[]): FoodSafetyFault[] {
  const sample = lastWhere(entries, ({ sampleGrams }) => sampleGrams !== null);
  const heat = lastWhere(entries, ({ celsiusTenths, servedCold }) => celsiusTenths !== null || servedCold);
  const faults: FoodSafetyFault[] = [];
  if (!sample) faults.push('SAMPLE_MISSING');
  else {
    if ((sample.sampleGrams ?? 0) < LEAST_SAMPLE_GRAMS) faults.push('SAMPLE_TOO_SMALL');
    if ((sample.keepHours ?? 0) < LEAST_SAMPLE_HOURS) faults.push('SAMPLE_KEPT_TOO_SHORT');
  }
  if (!heat) faults.push('TEMPERATURE_MISSING');
  else if (!heat.servedCold && (heat.celsiusTenths ?? 0) < LEAST_HOT_TENTHS) faults.push('NOT_HOT_ENOUGH');
  return faults;
}

/** What stands in the way of serving: for each dish of the menu, by what was measured last. Entries oldest first. */
export const foodSafetyFaults = (
  dishes: readonly string[],
  entries: readonly FoodSafetyEntry[],
): DishFault[] =>
  dishes.flatMap((dish) =>
    faultsOfDish(entries.filter((entry) => entry.dish === dish)).map((fault) => ({ dish, fault })),
  );

/** An entry is of a dish that is cooked today; a second one of the same dish corrects the first, and says why. */
export function refusalToRecord(facts: {
  readonly isToday: boolean;
  /** Null: the meal has no menu. */
  readonly dishes: readonly string[] | null;
  readonly measured: readonly string[];
  readonly entries: readonly string[];
  readonly hasReason: boolean;
}): Refusal | undefined {
  if (!facts.isToday) return Refusal.MEAL_NOT_TODAY;
  const { dishes } = facts;
  if (dishes === null) return Refusal.NO_MENU;
  if (facts.entries.some((dish) => !dishes.includes(dish))) return Refusal.DISH_NOT_ON_MENU;
  const corrects = facts.entries.some((dish) => facts.measured.includes(dish));
  return corrects && !facts.hasReason ? Refusal.CORRECTION_NEEDS_REASON : undefined;
}

export function refusalToRelease(facts: {
  readonly isToday: boolean;
  readonly dishes: readonly string[] | null;
  readonly faults: readonly DishFault[];
}): Refusal | undefined {
  if (!facts.isToday) return Refusal.MEAL_NOT_TODAY;
  if (facts.dishes === null) return Refusal.NO_MENU;
  return facts.faults.length > 0 ? Refusal.FOOD_SAFETY_FAULT : undefined;
}

/** Which dish and what: for the message of a refusal. */
export const detailsOfFaults = (faults: readonly DishFault[]): Record<string, string | number> => ({
  dishes: [...new Set(faults.map(({ dish }) => dish))].join('、'),
  faults: faults.map(({ dish, fault }) => `${dish} ${fault}`).join(', '),
  count: faults.length,
});

/** A round sets out with what was released; who comes to the counter is let in all the same. */
export const refusalToSetOut = (isReleased: boolean): Refusal | undefined =>
  isReleased ? undefined : Refusal.MEAL_NOT_RELEASED;
