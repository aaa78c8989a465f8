import { dishLooks } from '@linli/ui';
import type { Allergen, Texture } from '../../gql/graphql';
import type { Say } from '../../kit/words';
import type { Menu } from './menu-week';

/** A dish as it is being written. */
export interface Dish {
  readonly name: string;
  readonly look: string;
  readonly note: string;
  readonly allergens: readonly Allergen[];
  readonly textures: readonly Texture[];
}

export interface DishFaults {
  readonly name?: string;
  readonly textures?: string;
}

export const MOST_DISHES = 8;

export const NEW_DISH: Dish = {
  name: '',
  look: dishLooks[0] ?? 'rice',
  note: '',
  allergens: [],
  textures: ['REGULAR'],
};

export const dishesOf = (menu: Menu | undefined): readonly Dish[] =>
  menu?.dishes.map(({ name, look, note, allergens, textures }) => ({
    name,
    look,
    note: note ?? '',
    allergens,
    textures,
  })) ?? [NEW_DISH];

/** What is missing of each dish, in words; two of one name could not be told apart on an order. */
export const faultsOf = (t: Say, dishes: readonly Dish[]): readonly DishFaults[] =>
  dishes.map(({ name, textures }, index) => {
    const again = dishes.findIndex((other) => other.name.trim() === name.trim()) < index;
    return {
      ...(!name.trim() ? { name: t('issue.invalid_type') } : again && { name: t('console.menus.nameTwice') }),
      ...(textures.length === 0 && { textures: t('console.menus.needsTexture') }),
    };
  });

export const inputOf = (dishes: readonly Dish[]) =>
  dishes.map(({ name, look, note, allergens, textures }) => ({
    name: name.trim(),
    look,
    note: note.trim() || null,
    allergens: [...allergens],
    textures: [...textures],
  }));
