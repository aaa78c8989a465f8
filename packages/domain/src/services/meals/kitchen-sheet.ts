import { type Allergen, Texture } from '../../organisation/people/index.js';
import type { MealWay } from '../centres/index.js';
import type { Portion } from './freeze.js';

/** A dish as the menu has it. No textures named: it is cooked for everyone. */
export interface MenuDish {
  readonly name: string;
  readonly allergens: readonly Allergen[];
  readonly textures: readonly Texture[];
}

export interface WayCounts {
  readonly dineIn: number;
  readonly pickUp: number;
  readonly delivery: number;
  readonly total: number;
}

/** 備餐單 What the kitchen cooks. */
export interface KitchenSheet {
  readonly textures: readonly { readonly texture: Texture; readonly counts: WayCounts }[];
  readonly dishes: readonly {
    readonly dish: string;
    readonly texture: Texture;
    readonly counts: WayCounts;
  }[];
  readonly allergies: readonly AllergyRow[];
  readonly totals: WayCounts;
}

export interface AllergyRow {
  readonly ticketNumber: string;
  readonly allergens: readonly Allergen[];
  readonly texture: Texture;
  readonly way: MealWay;
  /** The dishes that this person must not get. */
  readonly clashes: readonly string[];
  readonly overridden: boolean;
}

const TEXTURES = Object.values(Texture);

export const isCookedFor = (dish: MenuDish, texture: Texture): boolean =>
  dish.textures.length === 0 || dish.textures.includes(texture);

/** The dish holds what this person must not get, and is of the texture that they eat. */
export const clashesWith = (
  dish: MenuDish,
  { allergies, texture }: Pick<Portion, 'allergies' | 'texture'>,
): boolean => isCookedFor(dish, texture) && dish.allergens.some((allergen) => allergies.includes(allergen));

function countsOf(orders: readonly Portion[]): WayCounts {
  const by = (way: MealWay) => orders.filter((order) => order.way === way).length;
  return { dineIn: by('DINE_IN'), pickUp: by('PICK_UP'), delivery: by('DELIVERY'), total: orders.length };
}

/**
 * The sheet of one meal. A clashing dish is not counted for the person who must not get it: their row among the
 * allergies says so, and they are served apart.
 */
export const kitchenSheet = (portions: readonly Portion[], menu: readonly MenuDish[]): KitchenSheet => ({
  textures: TEXTURES.map((texture) => ({ texture, counts: countsOf(portions.filter(eats(texture))) })),
  dishes: dishRows(portions, menu),
  allergies: allergyRows(portions, menu),
  totals: countsOf(portions),
});

const eats = (texture: Texture) => (order: Portion) => order.texture === texture;

const dishRows = (orders: readonly Portion[], menu: readonly MenuDish[]): KitchenSheet['dishes'] =>
  menu.flatMap((dish) =>
    TEXTURES.filter((texture) => isCookedFor(dish, texture)).map((texture) => ({
      dish: dish.name,
      texture,
      counts: countsOf(orders.filter(eats(texture)).filter((order) => !clashesWith(dish, order))),
    })),
  );

const allergyRows = (orders: readonly Portion[], menu: readonly MenuDish[]): AllergyRow[] =>
  orders
    .filter(({ allergies }) => allergies.length > 0)
    .map((order) => ({
      ticketNumber: order.ticketNumber,
      allergens: order.allergies,
      texture: order.texture,
      way: order.way,
      clashes: menu.filter((dish) => clashesWith(dish, order)).map(({ name }) => name),
      overridden: order.overridden,
    }))
    .sort((one, other) => one.ticketNumber.localeCompare(other.ticketNumber));
