import { type Allergen, Texture } from '../../organisation/people/index.js';
import type { MealWay } from '../centres/index.js';

/** A dish as the menu has it. No textures named: it is cooked for everyone. */
export interface MenuDish {
  readonly name: string;
  readonly allergens: readonly Allergen[];
  readonly textures: readonly Texture[];
}

/** One booking of the meal, whatever became of it. */
export interface MealOrder {
  readonly ticketNumber: string;
  readonly way: MealWay;
  readonly texture: Texture;
  readonly allergies: readonly Allergen[];
  /** Staff took it on their name that clashing dishes will be replaced. */
  readonly overridden: boolean;
  /** It holds a place: the kitchen cooks for it. */
  readonly stands: boolean;
  readonly served: boolean;
  readonly bookedAt: Date;
  readonly bookedBy: string;
  /** When and by whom it was given up, and why. */
  readonly cancelledAt: Date | null;
  readonly cancelledBy: string;
  readonly cancelReason: string | null;
}

export interface WayCounts {
  readonly dineIn: number;
  readonly pickUp: number;
  readonly delivery: number;
  readonly total: number;
}

export interface KitchenSlip {
  readonly at: Date;
  readonly ticketNumber: string;
  readonly way: MealWay;
  readonly texture: Texture;
  /** +1 to add, −1 to cut. */
  readonly change: 1 | -1;
  readonly by: string;
  readonly reason: string | null;
}

/** 備餐單 What the kitchen cooks, and what changed after it was frozen. */
export interface KitchenSheet {
  readonly textures: readonly { readonly texture: Texture; readonly counts: WayCounts }[];
  readonly dishes: readonly {
    readonly dish: string;
    readonly texture: Texture;
    readonly counts: WayCounts;
  }[];
  readonly allergies: readonly AllergyRow[];
  readonly slips: readonly KitchenSlip[];
  readonly totals: WayCounts;
  readonly orders: number;
  readonly served: number;
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

const clashesWith = (
  dish: MenuDish,
  { allergies, texture }: Pick<MealOrder, 'allergies' | 'texture'>,
): boolean => isCookedFor(dish, texture) && dish.allergens.some((allergen) => allergies.includes(allergen));

function countsOf(orders: readonly MealOrder[]): WayCounts {
  const by = (way: MealWay) => orders.filter((order) => order.way === way).length;
  return { dineIn: by('DINE_IN'), pickUp: by('PICK_UP'), delivery: by('DELIVERY'), total: orders.length };
}

/**
 * The sheet of one meal. A clashing dish is not counted for the person who must not get it: their row among the
 * allergies says so, and they are served apart. `freezes` has the moment at which each way freezes; after it, whatever
 * comes is a slip.
 */
export function kitchenSheet(
  all: readonly MealOrder[],
  menu: readonly MenuDish[],
  freezes: Readonly<Partial<Record<MealWay, Date>>>,
): KitchenSheet {
  const orders = all.filter(({ stands }) => stands);
  const totals = countsOf(orders);
  return {
    textures: TEXTURES.map((texture) => ({ texture, counts: countsOf(orders.filter(eats(texture))) })),
    dishes: dishRows(orders, menu),
    allergies: allergyRows(orders, menu),
    slips: slipsOf(all, freezes),
    totals,
    orders: totals.total,
    served: orders.filter(({ served }) => served).length,
  };
}

const eats = (texture: Texture) => (order: MealOrder) => order.texture === texture;

const dishRows = (orders: readonly MealOrder[], menu: readonly MenuDish[]): KitchenSheet['dishes'] =>
  menu.flatMap((dish) =>
    TEXTURES.filter((texture) => isCookedFor(dish, texture)).map((texture) => ({
      dish: dish.name,
      texture,
      counts: countsOf(orders.filter(eats(texture)).filter((order) => !clashesWith(dish, order))),
    })),
  );

const allergyRows = (orders: readonly MealOrder[], menu: readonly MenuDish[]): AllergyRow[] =>
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

/** One order may be both: added after the freeze, then cut. */
function slipsOf(
  all: readonly MealOrder[],
  freezes: Readonly<Partial<Record<MealWay, Date>>>,
): KitchenSlip[] {
  return all
    .flatMap((order) => {
      const { ticketNumber, way, texture, bookedAt, cancelledAt } = order;
      const freeze = freezes[way];
      const slips: KitchenSlip[] = [];
      const what = { ticketNumber, way, texture };
      if (freeze && bookedAt >= freeze) {
        slips.push({ ...what, at: bookedAt, change: 1, by: order.bookedBy, reason: null });
      }
      if (freeze && cancelledAt && cancelledAt >= freeze) {
        slips.push({
          ...what,
          at: cancelledAt,
          change: -1,
          by: order.cancelledBy,
          reason: order.cancelReason,
        });
      }
      return slips;
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
