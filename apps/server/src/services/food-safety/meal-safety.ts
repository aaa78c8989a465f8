import type { Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import type { Refusal } from '@linli/domain/refusals';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { foodSafetyFaults, type MealReleaseId, refusalToSetOut } from '@linli/domain/services/food-safety';
import { type Database, now, statement, type Transaction } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import { menusBetween } from '../menus/index.js';
import type { FoodSafetyEntry, MealSafety } from './food-safety.type.js';

export interface AtMeal {
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly meal: Meal;
}

const entriesOfMeal = statement<AtMeal, FoodSafetyEntry>({
  name: 'food-safety-entries',
  text: `
    SELECT dish, sample_grams, keep_hours, celsius_tenths, served_cold, reason, at, by_name FROM food_safety_entry
    WHERE centre_id = :centreId AND day = :day AND meal = :meal ORDER BY nth`,
});

interface Release {
  readonly id: MealReleaseId;
  readonly releasedAt: Date;
  readonly byName: string;
  readonly withdrawnAt: Date | null;
}

// The one in force first, then the last that was.
const releaseOfMeal = statement<AtMeal, Release>({
  name: 'release-of-meal',
  text: `
    SELECT id, released_at, by_name, withdrawn_at FROM meal_release
    WHERE centre_id = :centreId AND day = :day AND meal = :meal
    ORDER BY withdrawn_at DESC NULLS FIRST LIMIT 1`,
});

// The menu is what is measured: entries and releases of one meal take turns by it.
const lockMenu = statement<AtMeal, { id: string }>({
  name: 'lock-menu-of-meal',
  text: `
    SELECT id FROM menu WHERE centre_id = :centreId AND day = :day AND meal = :meal FOR NO KEY UPDATE`,
});

/** All that decides about a meal; `dishes` is null where it has no menu. */
export async function safetyOf(db: Database, at: AtMeal) {
  const { centreId, day, meal } = at;
  const [entries, [release], [menu]] = await Promise.all([
    entriesOfMeal(db, at),
    releaseOfMeal(db, at),
    menusBetween(db, { centreId, from: day, to: day, meal }),
  ]);
  const dishes = menu?.dishes.map(({ name }) => name) ?? null;
  const faults = foodSafetyFaults(dishes ?? [], entries);
  const inForce = release?.withdrawnAt === null ? release : undefined;
  const shown: MealSafety = {
    ...{ centreId, day, meal, entries, faults, released: inForce !== undefined },
    ...{ releasedAt: inForce?.releasedAt ?? null, releasedBy: inForce?.byName ?? null },
    withdrawnAt: release?.withdrawnAt ?? null,
  };
  return { dishes, faults, shown, releaseId: inForce?.id };
}

/** The same, to be changed: nobody else records or releases until this transaction ends. */
export async function safetyToChange(tx: Transaction, viewer: Viewer, at: AtMeal) {
  await centreFor(tx, viewer, 'RUN_KITCHEN', at.centreId);
  await lockMenu(tx, at);
  const isToday = plainDateOf(await now(tx)) === at.day;
  return { ...(await safetyOf(tx, at)), isToday };
}

export async function mealSafety(db: Database, viewer: Viewer, at: AtMeal): Promise<MealSafety> {
  await centreFor(db, viewer, 'SEE_KITCHEN', at.centreId);
  return (await safetyOf(db, at)).shown;
}

/** For the rounds: why one may not set out with this meal yet. */
export async function refusalToSetOutWith(db: Database, at: AtMeal): Promise<Refusal | undefined> {
  const [release] = await releaseOfMeal(db, at);
  return refusalToSetOut(release?.withdrawnAt === null);
}
