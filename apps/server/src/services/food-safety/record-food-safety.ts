import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type FoodSafetyLogId,
  type RecordFoodSafetyInput,
  refusalToRecord,
} from '@linli/domain/services/food-safety';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import type { FoodSafetyEntry, MealSafety } from './food-safety.type.js';
import { type AtMeal, safetyOf, safetyToChange } from './meal-safety.js';

type Stored = FoodSafetyEntry & AtMeal;

const entriesOfLog = statement<{ id: FoodSafetyLogId }, Stored>({
  name: 'food-safety-log',
  text: `
    SELECT centre_id, day, meal, dish, sample_grams, keep_hours, celsius_tenths, served_cold, reason, at, by_name
    FROM food_safety_entry WHERE log_id = :id ORDER BY nth`,
});

interface Log extends AtMeal {
  readonly id: FoodSafetyLogId;
  readonly entries: string;
  readonly reason: string | null;
  readonly byId: PersonId;
  readonly byName: string;
}

const insertEntries = statement<Log, never>({
  name: 'insert-food-safety-entries',
  text: `
    INSERT INTO food_safety_entry (log_id, centre_id, day, meal, dish, sample_grams, keep_hours, celsius_tenths, served_cold,
                                   reason, by_id, by_name)
    SELECT :id, :centreId, :day, :meal, dish, "sampleGrams", "keepHours", "celsiusTenths", "servedCold", :reason, :byId, :byName
    FROM jsonb_to_recordset(:entries::jsonb) AS rows (
      dish text, "sampleGrams" int, "keepHours" int, "celsiusTenths" int, "servedCold" boolean)`,
});

const withdrawRelease = statement<AtMeal, never>({
  name: 'withdraw-release',
  text: `
    UPDATE meal_release SET withdrawn_at = now(), withdrawn_by = 'ENTRY'
    WHERE centre_id = :centreId AND day = :day AND meal = :meal AND withdrawn_at IS NULL`,
});

/** What was measured, by the clock of the database. One that is out of bounds takes the release back. */
export const recordFoodSafety = (
  db: Database,
  viewer: Viewer,
  input: RecordFoodSafetyInput,
): Promise<MealSafety | Refused> => transaction(db, (tx) => recordInside(tx, viewer, input));

async function recordInside(
  tx: Transaction,
  viewer: Viewer,
  input: RecordFoodSafetyInput,
): Promise<MealSafety | Refused> {
  const { id, centreId, day, meal } = input;
  const at = { centreId, day, meal };
  const before = await safetyToChange(tx, viewer, at);
  const rows = await entriesOfDishes(input, before.dishes ?? []);
  const earlier = await entriesOfLog(tx, { id });
  if (earlier.length > 0)
    return isSame(earlier, { ...input, entries: rows }) ? before.shown : new Refused(Refusal.CONFLICT);
  const measured = before.shown.entries.map(({ dish }) => dish);
  const entries = rows.map(({ dish }) => dish);
  const hasReason = input.reason != null;
  const refusal = refusalToRecord({ ...before, measured, entries, hasReason });
  if (refusal) return new Refused(refusal);
  if (new Set(entries).size < entries.length) return new Refused(Refusal.CONFLICT);

  await insertEntries(tx, {
    ...{ id, centreId, day, meal, reason: input.reason ?? null, entries: JSON.stringify(rows) },
    ...{ byId: viewer.personId, byName: viewer.name },
  });
  const after = await safetyOf(tx, at);
  const falls = after.releaseId !== undefined && after.faults.length > 0;
  if (falls) await withdrawRelease(tx, at);
  await recordEvent(tx, {
    ...{ name: 'food-safety.recorded', subjectId: centreId },
    payload: { day, meal },
  });
  const corrects = entries.filter((dish) => measured.includes(dish));
  if (corrects.length > 0 || falls) {
    await recordAudit(tx, {
      ...{ actor: actorOf(viewer), action: falls ? 'MEAL_RELEASE_WITHDRAWN' : 'FOOD_SAFETY_CORRECTED' },
      subject: { kind: 'CENTRE', id: centreId, name: null },
      detail: { day, meal, dishes: entries, reason: input.reason ?? null },
      places: { ...placesOf(viewer), centreIds: [centreId] },
    });
  }
  return falls ? (await safetyOf(tx, at)).shown : after.shown;
}

/** The entries under the names that the menu has them by. */
const entriesOfDishes = (
  { entries }: RecordFoodSafetyInput,
  dishes: readonly string[],
): Promise<RecordFoodSafetyInput['entries']> =>
  Promise.all(entries.map(async (entry) => ({ ...entry, dish: await asStored(entry.dish, dishes) })));

const isSame = (
  earlier: readonly Stored[],
  { centreId, day, meal, entries }: RecordFoodSafetyInput,
): boolean => {
  const lines = (
    list: readonly {
      dish: string;
      sampleGrams?: number | null | undefined;
      celsiusTenths?: number | null | undefined;
    }[],
  ) =>
    JSON.stringify(
      list
        .map(({ dish, sampleGrams = null, celsiusTenths = null }) => [dish, sampleGrams, celsiusTenths])
        .toSorted(),
    );
  return (
    earlier.every((each) => each.centreId === centreId && each.day === day && each.meal === meal) &&
    lines(earlier) === lines(entries)
  );
};
