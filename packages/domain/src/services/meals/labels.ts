import { maskedName, Texture } from '../../organisation/people/index.js';
import { MealWay } from '../centres/index.js';
import type { Portion } from './freeze.js';
import { clashesWith, type MenuDish } from './kitchen-sheet.js';

/** Who a portion is for. */
export interface Eater {
  readonly name: string;
  /** Null: it is not in the tree. */
  readonly building: string | null;
}

/** 標籤 What sticks on one portion, 60 × 40 mm. */
export interface MealLabel extends Omit<Portion, 'bookingId'> {
  /** Its place in the printing order, from 1. */
  readonly number: number;
  readonly of: number;
  readonly name: string;
  /** The dishes that this person must not get. */
  readonly clashes: readonly string[];
  /** Where it is brought; null where people come for it. */
  readonly building: string | null;
  /** It came after the freeze: not on a sheet of labels that was printed then. */
  readonly isLate: boolean;
}

const WAYS = Object.values(MealWay);
const TEXTURES = Object.values(Texture);
const collator = new Intl.Collator('zh-Hant', { numeric: true });

/**
 * One label for each portion: by way, what is brought by building, then by texture as the kitchen fills the boxes. Who
 * comes for a meal is known by the number; who opens the door is asked by name.
 */
export function labelsOf(
  portions: readonly Portion[],
  eaters: ReadonlyMap<string, Eater>,
  menu: readonly MenuDish[],
  late: ReadonlySet<string>,
): MealLabel[] {
  const labels = portions.map((portion) => {
    const { bookingId, ...rest } = portion;
    const { name = '', building = null } = eaters.get(bookingId) ?? {};
    const isBrought = portion.way === 'DELIVERY';
    return {
      ...rest,
      name: isBrought ? name : maskedName(name),
      building: isBrought ? building : null,
      clashes: menu.filter((dish) => clashesWith(dish, portion)).map((dish) => dish.name),
      isLate: late.has(bookingId),
    };
  });
  return labels
    .sort(
      (one, other) =>
        WAYS.indexOf(one.way) - WAYS.indexOf(other.way) ||
        collator.compare(one.building ?? '', other.building ?? '') ||
        TEXTURES.indexOf(one.texture) - TEXTURES.indexOf(other.texture) ||
        collator.compare(one.ticketNumber, other.ticketNumber),
    )
    .map((label, i) => ({ ...label, number: i + 1, of: labels.length }));
}
