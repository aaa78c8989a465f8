import { z } from 'zod';
import { centreId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';
import { Allergen, Texture } from '../../organisation/people/index.js';
import { Meal } from '../centres/index.js';

export const menuId = z.uuidv7().brand<'MenuId'>();
export type MenuId = z.infer<typeof menuId>;

const different = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** 菜品 One dish: what it looks like on the plate, what it may hold that makes someone ill, how it can be had. */
export const dish = z.object({
  name: line(30),
  look: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  note: line(60).nullish(),
  allergens: z.array(z.enum(Allergen)).max(9).refine(different),
  textures: z.array(z.enum(Texture)).min(1).max(3).refine(different),
});
export type Dish = z.infer<typeof dish>;

/** 菜單 holds at most so many dishes. */
export const MOST_DISHES = 8;

/** 菜單 The dishes of one meal of a day. The client makes the id: saving again changes the same menu. */
export const saveMenuInput = z.object({
  id: menuId,
  centreId,
  day: plainDate,
  meal: z.enum(Meal),
  dishes: z
    .array(dish)
    .min(1)
    .max(MOST_DISHES)
    .refine((dishes) => different(dishes.map(({ name }) => name))),
  note: line(200).nullish(),
});
export type SaveMenuInput = z.infer<typeof saveMenuInput>;

type Dishes = readonly Dish[];

const contentOf = (dishes: Dishes): string =>
  JSON.stringify(
    dishes.map(({ name, look, allergens, textures }) => [
      name,
      look,
      allergens.toSorted(),
      textures.toSorted(),
    ]),
  );

/** What people ordered by and the kitchen cooks by: everything but the notes. */
export const changesDishes = (before: Dishes, after: Dishes): boolean =>
  contentOf(before) !== contentOf(after);

/**
 * A menu freezes with the first of its ways that is past its cut-off: what was ordered is what is cooked. A meal of a
 * day that is over is frozen too.
 */
export const isFrozen = (facts: {
  readonly closesAt: readonly Date[];
  readonly now: Date;
  readonly today: string;
  readonly day: string;
}): boolean => facts.day < facts.today || facts.closesAt.some((moment) => moment <= facts.now);
