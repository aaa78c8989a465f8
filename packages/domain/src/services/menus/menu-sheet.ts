import { z } from 'zod';
import { centreId } from '../../access/index.js';
import {
  addDays,
  type EnumOf,
  enumOf,
  isEmptyCell,
  type PlainDate,
  plainDate,
  SHEET_FAULTS,
  type SheetCell,
  type SheetProblem,
  SheetReader,
  type SheetRow,
  wordOf,
} from '../../base/index.js';
import type { Allergen, Texture } from '../../organisation/people/index.js';
import type { Meal } from '../centres/index.js';
import { type Dish, MOST_DISHES } from './menu.js';

/** 菜單表 The columns of a sheet of menus: a dish a row. All but the note must be there. */
export const MenuColumn = enumOf('DAY', 'MEAL', 'DISH', 'ALLERGENS', 'TEXTURES', 'NOTE');
export type MenuColumn = EnumOf<typeof MenuColumn>;
const NEEDED: readonly MenuColumn[] = ['DAY', 'MEAL', 'DISH', 'ALLERGENS', 'TEXTURES'];

export const MenuSheetFault = enumOf(
  ...SHEET_FAULTS,
  ...(['NOT_THIS_WEEK', 'DISH_TWICE', 'TOO_MANY_DISHES'] as const),
);
export type MenuSheetFault = EnumOf<typeof MenuSheetFault>;

export type MenuSheetProblem = SheetProblem<MenuColumn, MenuSheetFault>;

/** What may be written, in every language of the house, in lower case. */
export interface MenuSheetWords {
  readonly columns: ReadonlyMap<string, MenuColumn>;
  readonly meals: ReadonlyMap<string, Meal>;
  readonly allergens: ReadonlyMap<string, Allergen>;
  readonly textures: ReadonlyMap<string, Texture>;
  /** 無 Said of the allergens of a dish that holds none: an empty cell may be one that was forgotten. */
  readonly none: ReadonlySet<string>;
}

/** A dish as the sheet tells it: how it looks on the plate is not written there. */
export type WrittenDish = Omit<Dish, 'look'>;

export interface WrittenMenu {
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly dishes: readonly WrittenDish[];
}

export interface ReadMenuSheet {
  readonly menus: readonly WrittenMenu[];
  readonly problems: readonly MenuSheetProblem[];
}

/** Bytes; a week of menus has some 20 KiB. */
export const LARGEST_SHEET = 2 * 1024 * 1024;
/** Seven days of three meals of eight dishes are 168. */
export const MOST_SHEET_ROWS = 500;

export const menuSheetInput = z.object({
  centreId,
  /** The first day of the week that the sheet is about. */
  from: plainDate,
  /** Base64 of an .xlsx file. */
  content: z.string().max(Math.ceil(LARGEST_SHEET * 1.4)),
});
export type MenuSheetInput = z.infer<typeof menuSheetInput>;

export const importMenuSheetInput = menuSheetInput.extend({
  /** Menus that are there and different become those of the sheet. */
  overwrite: z.boolean(),
});
export type ImportMenuSheetInput = z.infer<typeof importMenuSheetInput>;

const WEEK = 7;

/** The menus of a week that a sheet tells, and every cell that keeps it from being taken. Empty rows say nothing. */
export function readMenuSheet(
  rows: readonly SheetRow[],
  from: PlainDate,
  words: MenuSheetWords,
): ReadMenuSheet {
  const reader = new Reader(from, words);
  reader.readAll(rows, { columns: words.columns, needed: NEEDED, sign: 'DISH' });
  return reader;
}

/** A day or a meal that is left empty is that of the row above, as merged cells are. */
class Reader extends SheetReader<MenuColumn, MenuSheetFault> {
  readonly menus: { day: PlainDate; meal: Meal; dishes: WrittenDish[] }[] = [];
  readonly #from: PlainDate;
  readonly #words: MenuSheetWords;
  #day: PlainDate | undefined;
  #meal: Meal | undefined;

  constructor(from: PlainDate, words: MenuSheetWords) {
    super();
    this.#from = from;
    this.#words = words;
  }

  protected override read(cell: (column: MenuColumn) => SheetCell): void {
    const found = this.problems.length;
    if (!isEmptyCell(cell('DAY'))) this.#day = this.#dayOf(cell('DAY'));
    if (!isEmptyCell(cell('MEAL'))) this.#meal = this.one(cell('MEAL'), 'MEAL', this.#words.meals);
    // A row with no dish is a day that nobody has filled in.
    if (isEmptyCell(cell('DISH'))) return;
    const [day, meal] = [this.#day, this.#meal];
    if (!day && isEmptyCell(cell('DAY'))) this.wrong('DAY', 'MISSING');
    if (!meal && isEmptyCell(cell('MEAL'))) this.wrong('MEAL', 'MISSING');
    const dish = this.#dishOf(cell);
    if (this.problems.length > found || !day || !meal || !dish) return;
    this.#add(day, meal, dish);
  }

  #add(day: PlainDate, meal: Meal, dish: WrittenDish): void {
    const known = this.menus.find((menu) => menu.day === day && menu.meal === meal);
    const menu = known ?? { day, meal, dishes: [] };
    if (!known) this.menus.push(menu);
    if (menu.dishes.some(({ name }) => name === dish.name)) this.wrong('DISH', 'DISH_TWICE', dish.name);
    else if (menu.dishes.length === MOST_DISHES) this.wrong('DISH', 'TOO_MANY_DISHES', dish.name);
    else menu.dishes.push(dish);
  }

  #dishOf(cell: (column: MenuColumn) => SheetCell): WrittenDish | undefined {
    const name = this.line(cell('DISH'), 'DISH', 30);
    const note = isEmptyCell(cell('NOTE')) ? null : this.line(cell('NOTE'), 'NOTE', 60);
    const allergens = this.#allergensOf(cell('ALLERGENS'));
    const textures = this.listOf(cell('TEXTURES'), 'TEXTURES', this.#words.textures);
    if (name === undefined || note === undefined) return undefined;
    return { name, note, allergens, textures: textures.length > 0 ? textures : ['REGULAR'] };
  }

  #allergensOf(cell: SheetCell): Allergen[] {
    if (isEmptyCell(cell)) this.wrong('ALLERGENS', 'MISSING');
    if (this.#words.none.has(wordOf(cell))) return [];
    return this.listOf(cell, 'ALLERGENS', this.#words.allergens);
  }

  #dayOf(cell: SheetCell): PlainDate | undefined {
    const day = this.day(cell, 'DAY', this.#from);
    if (!day || (day >= this.#from && day < addDays(this.#from, WEEK))) return day;
    this.wrong('DAY', 'NOT_THIS_WEEK', day);
    return undefined;
  }
}
