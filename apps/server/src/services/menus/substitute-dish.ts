import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type MenuId,
  refusalToSubstitute,
  type SubstituteDishInput,
  substituted,
  type SubstitutionId,
} from '@linli/domain/services/menus';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  isUniqueViolation,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { batched, notFound, Refused, type Request } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { centreFor } from '../centres/index.js';
import type { Dish } from './dish.type.js';
import { frozenMenus } from './frozen-menus.js';
import type { Menu } from './menu.entity.js';
import { menuToChange, updateMenu } from './save-menu.js';
import type { Substitution } from './substitution.type.js';

interface Row {
  readonly id: SubstitutionId;
  readonly menuId: MenuId;
  readonly replaced: string;
  readonly dish: string;
  readonly reason: string;
  readonly byId: PersonId;
  readonly byName: string;
}

const insertSubstitution = statement<Row, never>({
  name: 'insert-substitution',
  text: `
    INSERT INTO menu_substitution (id, menu_id, replaced, dish, reason, by_id, by_name)
    VALUES (:id, :menuId, :replaced, :dish, :reason, :byId, :byName)`,
});

type Stored = Substitution & { readonly menuId: MenuId };

const substitutionById = statement<{ id: SubstitutionId }, Stored>({
  name: 'substitution-by-id',
  text: 'SELECT id, menu_id, replaced, dish, reason, at, by_name FROM menu_substitution WHERE id = :id',
});

const substitutionsOfMenus = statement<{ ids: readonly MenuId[] }, Stored>({
  name: 'substitutions-of-menus',
  text: `
    SELECT id, menu_id, replaced, dish, reason, at, by_name FROM menu_substitution
    WHERE menu_id = ANY (:ids::uuid[]) ORDER BY at, id`,
});

const loadSubstitutions = batched(
  ({ db }, ids: readonly MenuId[]) => substitutionsOfMenus(db, { ids }),
  (rows, id): Stored[] => rows.filter(({ menuId }) => menuId === id),
);

export const substitutionsOf = (request: Request, { id }: Menu): Promise<Substitution[]> =>
  loadSubstitutions(request, id);

/**
 * Another dish than was ordered, once the menu is frozen: with a reason, on record. What it does to people with
 * allergies is seen in the meals' `allergyClashes`: the dishes changed after their orders.
 */
export const substituteDish = (
  db: Database,
  viewer: Viewer,
  input: SubstituteDishInput,
): Promise<Menu | Refused> =>
  transaction(db, (tx) => substituteInside(tx, viewer, input)).catch((error: unknown) => {
    // The very id came for another menu at the same moment.
    if (isUniqueViolation(error)) return new Refused(Refusal.CONFLICT);
    throw error;
  });

async function substituteInside(
  tx: Transaction,
  viewer: Viewer,
  input: SubstituteDishInput,
): Promise<Menu | Refused> {
  const [menu] = await menuToChange(tx, { id: input.menuId });
  if (!menu) throw notFound('menu');
  const { centreId, day, meal } = menu;
  const centre = await centreFor(tx, viewer, 'MANAGE_MENUS', centreId);
  const { id, reason } = input;
  const dish: Dish = { ...input.dish, note: input.dish.note ?? null };
  const [earlier] = await substitutionById(tx, { id });
  const { dishes } = menu;
  const known = [earlier?.replaced.name, ...dishes.map(({ name }) => name)];
  const replaced = await asStored(input.replaced, known);
  if (earlier) return isSame(earlier, { ...input, replaced }) ? menu : new Refused(Refusal.CONFLICT);

  const { today, isFrozen } = await frozenMenus(tx, { centreId, from: day, to: day });
  const facts = { dishes, replaced, by: dish.name, isFrozen: isFrozen(day, meal), isOver: day < today };
  const refusal = refusalToSubstitute(facts);
  const before = dishes.find(({ name }) => name === replaced);
  if (refusal ?? !before) return new Refused(refusal ?? Refusal.DISH_NOT_ON_MENU);

  const [saved] = await updateMenu(tx, {
    ...{ id: menu.id, note: menu.note, touchesDishes: true },
    dishes: JSON.stringify(substituted(dishes, replaced, dish)),
  });
  await insertSubstitution(tx, {
    ...{ id, menuId: menu.id, replaced: JSON.stringify(before), dish: JSON.stringify(dish), reason },
    ...{ byId: viewer.personId, byName: viewer.name },
  });
  await recordEvent(tx, {
    name: 'menus.saved',
    subjectId: centreId,
    payload: { menuId: menu.id, day, meal },
  });
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action: 'DISH_SUBSTITUTED' },
    subject: { kind: 'MENU', id: menu.id, name: centre.name },
    detail: { day, meal, replaced, dish: dish.name, allergens: dish.allergens, reason },
    places: { ...placesOf(viewer), centreIds: [centreId] },
  });
  return saved ?? menu;
}

const isSame = (earlier: Stored, { menuId, replaced, dish, reason }: SubstituteDishInput): boolean =>
  earlier.menuId === menuId &&
  earlier.replaced.name === replaced &&
  earlier.dish.name === dish.name &&
  earlier.dish.allergens.toSorted().join() === dish.allergens.toSorted().join() &&
  earlier.reason === reason;
