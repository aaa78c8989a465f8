import { z } from 'zod';
import { centreId } from '../../access/index.js';
import { addDays, type EnumOf, enumOf, line, type PlainDate, plainDate } from '../../base/index.js';
import type { Allergen, Texture } from '../../organisation/people/index.js';
import type { Meal } from '../centres/index.js';
import { type Dish, MOST_DISHES } from './menu.js';

/** 菜單表 The columns of a sheet of menus: a dish a row. All but the note must be there. */
export const MenuColumn = enumOf('DAY', 'MEAL', 'DISH', 'ALLERGENS', 'TEXTURES', 'NOTE');
export type MenuColumn = EnumOf<typeof MenuColumn>;
const NEEDED: readonly MenuColumn[] = ['DAY', 'MEAL', 'DISH', 'ALLERGENS', 'TEXTURES'];

export const MenuSheetFault = enumOf(
  ...(['MISSING_COLUMN', 'MISSING', 'BAD_DATE', 'NOT_THIS_WEEK', 'UNKNOWN_WORD'] as const),
  ...(['TOO_LONG', 'FORBIDDEN_CHARACTER', 'DISH_TWICE', 'TOO_MANY_DISHES'] as const),
);
export type MenuSheetFault = EnumOf<typeof MenuSheetFault>;

/** A cell as a spreadsheet gives it: a day is a moment at midnight UTC. */
export type SheetCell = string | number | boolean | Date | null | undefined;

export interface MenuSheetProblem {
  /** As the spreadsheet counts: the first is 1. */
  readonly row: number;
  readonly column: MenuColumn;
  readonly fault: MenuSheetFault;
  readonly value: string;
}

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

const HEADING_WITHIN = 5;
const WEEK = 7;

/** The menus of a week that a sheet tells, and every cell that keeps it from being taken. Empty rows say nothing. */
export function readMenuSheet(
  rows: readonly (readonly SheetCell[])[],
  from: PlainDate,
  words: MenuSheetWords,
): ReadMenuSheet {
  const heading = rows.slice(0, HEADING_WITHIN).findIndex((row) => columnsIn(row, words).has('DISH'));
  const columns = columnsIn(rows[Math.max(heading, 0)] ?? [], words);
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (missing.length > 0)
    return {
      menus: [],
      problems: missing.map((column) => ({
        ...{ row: Math.max(heading, 0) + 1, column, fault: 'MISSING_COLUMN', value: '' },
      })),
    };
  const reader = new Reader(from, words);
  rows.slice(heading + 1).forEach((row, index) => {
    reader.read(heading + index + 2, (column) => row[columns.get(column) ?? -1]);
  });
  return reader;
}

const columnsIn = (row: readonly SheetCell[], words: MenuSheetWords): Map<MenuColumn, number> =>
  new Map(
    row.flatMap((cell, index) => {
      const column = words.columns.get(wordOf(cell));
      return column ? [[column, index] as const] : [];
    }),
  );

const textOf = (cell: SheetCell): string =>
  cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim();
const wordOf = (cell: SheetCell): string => textOf(cell).toLowerCase();

/** Reads row after row: a day or a meal that is left empty is that of the row above, as merged cells are. */
class Reader {
  readonly menus: { day: PlainDate; meal: Meal; dishes: WrittenDish[] }[] = [];
  readonly problems: MenuSheetProblem[] = [];
  readonly #from: PlainDate;
  readonly #words: MenuSheetWords;
  #day: PlainDate | undefined;
  #meal: Meal | undefined;
  #row = 0;

  constructor(from: PlainDate, words: MenuSheetWords) {
    this.#from = from;
    this.#words = words;
  }

  read(row: number, cell: (column: MenuColumn) => SheetCell): void {
    this.#row = row;
    const found = this.problems.length;
    if (!isEmpty(cell('DAY'))) this.#day = this.#dayOf(cell('DAY'));
    if (!isEmpty(cell('MEAL'))) this.#meal = this.#one(cell('MEAL'), 'MEAL', this.#words.meals);
    // A row with no dish is a day that nobody has filled in.
    if (isEmpty(cell('DISH'))) return;
    const [day, meal] = [this.#day, this.#meal];
    if (!day && isEmpty(cell('DAY'))) this.#wrong('DAY', 'MISSING');
    if (!meal && isEmpty(cell('MEAL'))) this.#wrong('MEAL', 'MISSING');
    const dish = this.#dishOf(cell);
    if (this.problems.length > found || !day || !meal || !dish) return;
    this.#add(day, meal, dish);
  }

  #add(day: PlainDate, meal: Meal, dish: WrittenDish): void {
    const known = this.menus.find((menu) => menu.day === day && menu.meal === meal);
    const menu = known ?? { day, meal, dishes: [] };
    if (!known) this.menus.push(menu);
    if (menu.dishes.some(({ name }) => name === dish.name)) this.#wrong('DISH', 'DISH_TWICE', dish.name);
    else if (menu.dishes.length === MOST_DISHES) this.#wrong('DISH', 'TOO_MANY_DISHES', dish.name);
    else menu.dishes.push(dish);
  }

  #dishOf(cell: (column: MenuColumn) => SheetCell): WrittenDish | undefined {
    const name = this.#line(cell('DISH'), 'DISH', 30);
    const note = isEmpty(cell('NOTE')) ? null : this.#line(cell('NOTE'), 'NOTE', 60);
    const allergens = this.#allergensOf(cell('ALLERGENS'));
    const textures = this.#listOf(cell('TEXTURES'), 'TEXTURES', this.#words.textures);
    if (name === undefined || note === undefined) return undefined;
    return { name, note, allergens, textures: textures.length > 0 ? textures : ['REGULAR'] };
  }

  #allergensOf(cell: SheetCell): Allergen[] {
    if (isEmpty(cell)) this.#wrong('ALLERGENS', 'MISSING');
    if (this.#words.none.has(wordOf(cell))) return [];
    return this.#listOf(cell, 'ALLERGENS', this.#words.allergens);
  }

  #listOf<Value>(cell: SheetCell, column: MenuColumn, known: ReadonlyMap<string, Value>): Value[] {
    const written = textOf(cell)
      .split(/[、,，;；/\s]+/)
      .filter(Boolean);
    const values = written.map((word) => this.#one(word, column, known)).filter((one) => one !== undefined);
    return [...new Set(values)];
  }

  #one<Value>(cell: SheetCell, column: MenuColumn, known: ReadonlyMap<string, Value>): Value | undefined {
    const value = known.get(wordOf(cell));
    if (value === undefined) this.#wrong(column, 'UNKNOWN_WORD', textOf(cell));
    return value;
  }

  #line(cell: SheetCell, column: MenuColumn, most: number): string | undefined {
    const { data, error } = line(most).safeParse(textOf(cell));
    const hostile = error?.issues.some(({ message }) => message === 'FORBIDDEN_CHARACTER');
    if (error) this.#wrong(column, hostile ? 'FORBIDDEN_CHARACTER' : 'TOO_LONG', textOf(cell));
    return data;
  }

  #dayOf(cell: SheetCell): PlainDate | undefined {
    const text = cell instanceof Date ? isoOf(cell) : dashed(textOf(cell), this.#from);
    const { data: day } = plainDate.safeParse(text);
    if (!day) this.#wrong('DAY', 'BAD_DATE', cell instanceof Date ? '' : textOf(cell));
    else if (day < this.#from || day >= addDays(this.#from, WEEK)) this.#wrong('DAY', 'NOT_THIS_WEEK', day);
    else return day;
    return undefined;
  }

  #wrong(column: MenuColumn, fault: MenuSheetFault, value = ''): void {
    this.problems.push({ row: this.#row, column, fault, value: value.slice(0, 60) });
  }
}

const isEmpty = (cell: SheetCell): boolean => !(cell instanceof Date) && textOf(cell) === '';

const isoOf = (moment: Date): string =>
  Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);

/** 2026-11-24, 2026/11/24, 2026年11月24日, and without its year 11月24日 or 11/24: of the year of the week. */
function dashed(text: string, from: PlainDate): string {
  const [, year, month = '', date = ''] =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!month) return '';
  const rest = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (year) return `${year}-${rest}`;
  // A week may lie in two years.
  const [here, next] = [`${from.slice(0, 4)}-${rest}`, `${String(Number(from.slice(0, 4)) + 1)}-${rest}`];
  return here < from ? next : here;
}
