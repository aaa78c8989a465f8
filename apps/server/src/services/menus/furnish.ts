import type { PlainDate } from '@linli/domain/base';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';

export interface MenuToFurnish {
  readonly id: string;
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly dishes: readonly object[];
}

const insertMenus = statement<{ rows: string }, never>({
  name: 'furnish-menus',
  text: `
    INSERT INTO menu (id, centre_id, day, meal, dishes)
    SELECT id, "centreId", day, meal, dishes
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, "centreId" uuid, day date, meal text, dishes jsonb)`,
});

/** Menus of many days, those long eaten included: nothing is frozen in an empty database. */
export async function furnishMenus(tx: Transaction, menus: readonly MenuToFurnish[]): Promise<void> {
  await insertMenus(tx, { rows: JSON.stringify(menus) });
}
