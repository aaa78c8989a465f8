import { z } from 'zod';
import { line } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { type Dish, dish, menuId } from './menu.js';

export const substitutionId = z.uuidv7().brand<'SubstitutionId'>();
export type SubstitutionId = z.infer<typeof substitutionId>;

/** 換菜 Another dish than was ordered: only with a reason, and on record. The client makes the id. */
export const substituteDishInput = z.object({
  id: substitutionId,
  menuId,
  /** The name of the dish that there is not. */
  replaced: line(30),
  dish,
  reason: line(200),
});
export type SubstituteDishInput = z.infer<typeof substituteDishInput>;

/** Before the freeze a menu is simply saved; when the day is over nothing is cooked any more. */
export function refusalToSubstitute(facts: {
  readonly dishes: readonly Dish[];
  readonly replaced: string;
  readonly by: string;
  readonly isFrozen: boolean;
  readonly isOver: boolean;
}): Refusal | undefined {
  const has = (wanted: string) => facts.dishes.some(({ name }) => name === wanted);
  if (facts.isOver) return Refusal.MENU_FROZEN;
  if (!facts.isFrozen) return Refusal.MENU_NOT_FROZEN;
  if (!has(facts.replaced)) return Refusal.DISH_NOT_ON_MENU;
  if (facts.by !== facts.replaced && has(facts.by)) return Refusal.DISH_ALREADY_ON_MENU;
  return undefined;
}

/** The menu with that one dish for the other, in its place. */
export const substituted = <Kind extends Dish>(dishes: readonly Kind[], replaced: string, by: Kind): Kind[] =>
  dishes.map((each) => (each.name === replaced ? by : each));
