import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import type { Menu } from './menu.entity.js';

interface Days {
  readonly centreId: CentreId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Null: all meals. */
  readonly meal: Meal | null;
}

const selectMenus = statement<Days, Menu>({
  name: 'menus',
  text: `
    SELECT * FROM menu
    WHERE centre_id = :centreId AND day BETWEEN :from AND :to AND (:meal::text IS NULL OR meal = :meal)
    ORDER BY day, array_position(ARRAY['BREAKFAST', 'LUNCH', 'DINNER'], meal)`,
});

/** For rooms above, who ask for the right themselves. */
export const menusBetween = (db: Database, days: Days): Promise<Menu[]> => selectMenus(db, days);

export async function menusOf(db: Database, viewer: Viewer, days: Days): Promise<Menu[]> {
  await centreFor(db, viewer, 'BROWSE_SERVICES', days.centreId);
  return menusBetween(db, days);
}

const insertMenus = statement<{ rows: string }, { id: string }>({
  name: 'insert-menus',
  text: `
    INSERT INTO menu (id, centre_id, day, meal, dishes, note)
    SELECT id, centre_id, day, meal, dishes, note
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, centre_id uuid, day date, meal text, dishes jsonb, note text)
    ON CONFLICT DO NOTHING RETURNING id`,
});

/** Many menus in one statement, of the past too: for filling an empty database. Those that are there stay. */
export async function furnishMenus(tx: Transaction, menus: readonly Menu[]): Promise<number> {
  const rows = menus.map(({ centreId, ...menu }) => ({ ...menu, centre_id: centreId }));
  return (await insertMenus(tx, { rows: JSON.stringify(rows) })).length;
}
