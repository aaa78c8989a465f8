import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { changesDishes, type MenuId, type SaveMenuInput } from '@linli/domain/services/menus';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { auditCentre, centreFor } from '../centres/index.js';
import { frozenMenus } from './frozen-menus.js';
import type { Menu } from './menu.entity.js';

interface Place {
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly meal: Meal;
}

interface MenuRow extends Place {
  readonly id: MenuId;
  readonly dishes: string;
  readonly note: string | null;
}

// The first save of a meal makes its row before anyone looks: two first saves at once end as one menu and a refusal.
export const insertMenu = statement<MenuRow, Menu>({
  name: 'insert-menu',
  text: `
    INSERT INTO menu (id, centre_id, day, meal, dishes, note)
    VALUES (:id, :centreId, :day, :meal, :dishes, :note)
    ON CONFLICT DO NOTHING RETURNING *`,
});

export const menuToChange = statement<{ id: MenuId }, Menu>({
  name: 'menu-to-change',
  text: 'SELECT * FROM menu WHERE id = :id FOR NO KEY UPDATE',
});

export const updateMenu = statement<Omit<MenuRow, keyof Place> & { readonly touchesDishes: boolean }, Menu>({
  name: 'update-menu',
  text: `
    UPDATE menu SET dishes = :dishes, note = :note,
      changed_at = CASE WHEN :touchesDishes::boolean THEN now() ELSE changed_at END
    WHERE id = :id RETURNING *`,
});

/** Past the first cut-off only the notes can change. The same again is the same menu. */
export const saveMenu = (db: Database, viewer: Viewer, input: SaveMenuInput): Promise<Menu | Refused> =>
  transaction(db, async (tx) => {
    const { name } = await centreFor(tx, viewer, 'MANAGE_MENUS', input.centreId);
    const { id, centreId, day, meal } = input;
    const [before] = await menuToChange(tx, { id });
    if (before && !isOf(before, input)) return new Refused(Refusal.CONFLICT);
    const { dishes, note } = await wordsOf(input, before);
    if (before && isSame(before, { dishes, note })) return before;
    const row = { id, centreId, day, meal, dishes: JSON.stringify(dishes), note };
    const touchesDishes = !before || changesDishes(before.dishes, dishes);
    if (touchesDishes && (await frozen(tx, { centreId, day, meal }))) return new Refused(Refusal.MENU_FROZEN);

    const [saved] = before ? await updateMenu(tx, { ...row, touchesDishes }) : await insertMenu(tx, row);
    if (!saved) return afterLosing(tx, input, dishes);
    await recordEvent(tx, {
      name: 'menus.saved',
      subjectId: centreId,
      payload: { menuId: id, day, meal },
    });
    await auditCentre(tx, viewer, centreId, {
      ...{ action: 'MENU_SAVED', subject: { kind: 'MENU', id, name } },
      detail: { isNew: !before, day, meal, dishes: dishes.map(dishOnRecord) },
    });
    return saved;
  });

/** The dishes and the note in the signs in which they are stored already. */
async function wordsOf(
  input: SaveMenuInput,
  before: Menu | undefined,
): Promise<Pick<Menu, 'dishes' | 'note'>> {
  const [names, notes] = [before?.dishes.map(({ name }) => name), before?.dishes.map((dish) => dish.note)];
  const dishes = input.dishes.map(async (dish) => ({
    ...dish,
    name: await asStored(dish.name, names ?? []),
    note: await asStored(dish.note ?? null, notes ?? []),
  }));
  return { dishes: await Promise.all(dishes), note: await asStored(input.note ?? null, [before?.note]) };
}

/** What someone ate, and what it was said to hold, must be found again. */
const dishOnRecord = ({ name, allergens }: Menu['dishes'][number]): string =>
  [name, ...allergens].join(' · ');

async function frozen(tx: Transaction, { centreId, day, meal }: Place): Promise<boolean> {
  const { isFrozen } = await frozenMenus(tx, { centreId, from: day, to: day });
  return isFrozen(day, meal);
}

/** Someone else's menu has the meal, or this very save came twice at once. */
async function afterLosing(
  tx: Transaction,
  input: SaveMenuInput,
  dishes: Menu['dishes'],
): Promise<Menu | Refused> {
  const [winner] = await menuToChange(tx, { id: input.id });
  const same = winner && isOf(winner, input) && isSame(winner, { dishes, note: input.note ?? null });
  return same ? winner : new Refused(Refusal.CONFLICT);
}

const isOf = (menu: Menu, { centreId, day, meal }: Place): boolean =>
  menu.centreId === centreId && menu.day === day && menu.meal === meal;

// The database keeps the keys of a dish in its own order.
const isSame = (one: Menu, other: Pick<Menu, 'dishes' | 'note'>): boolean =>
  one.note === other.note &&
  !changesDishes(one.dishes, other.dishes) &&
  one.dishes.every(({ note }, i) => note === other.dishes[i]?.note);
