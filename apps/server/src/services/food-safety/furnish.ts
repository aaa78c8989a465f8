import { statement, type Transaction } from '../../platform/database/index.js';

/** Of a meal that was served: what was measured of each dish, and who released it. */
export interface SafetyToFurnish {
  readonly id: string;
  readonly centreId: string;
  readonly day: string;
  readonly meal: string;
  readonly dishes: readonly { readonly dish: string; readonly celsiusTenths: number }[];
  readonly at: Date;
  readonly byId: string;
  readonly byName: string;
}

const furnish = statement<{ rows: string }, { releases: number }>({
  name: 'furnish-food-safety',
  text: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS given (
        id uuid, "centreId" uuid, day date, meal text, dishes jsonb, at timestamptz, "byId" uuid, "byName" text)
    ), measured AS (
      INSERT INTO food_safety_entry (log_id, centre_id, day, meal, dish, sample_grams, keep_hours, celsius_tenths, served_cold,
                                     at, by_id, by_name)
      SELECT given.id, "centreId", day, meal, dishes.dish, 125, 48, dishes."celsiusTenths", false, at, "byId", "byName"
      FROM given, jsonb_to_recordset(given.dishes) AS dishes (dish text, "celsiusTenths" int)
      ON CONFLICT DO NOTHING
    ), released AS (
      INSERT INTO meal_release (id, centre_id, day, meal, released_at, by_id, by_name)
      SELECT id, "centreId", day, meal, at + interval '5 minutes', "byId", "byName" FROM given
      ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT count(*)::int AS releases FROM released`,
});

/** Logs that were kept elsewhere, or for the demonstration. */
export async function furnishFoodSafety(tx: Transaction, rows: readonly SafetyToFurnish[]): Promise<number> {
  const [done] = await furnish(tx, { rows: JSON.stringify(rows) });
  return done?.releases ?? 0;
}
