import { z } from 'zod';
import { centreId } from '../../access/index.js';
import { addDays, type EnumOf, enumOf, type PlainDate, plainDate } from '../../base/index.js';
import { Meal } from '../centres/index.js';
import { changesDishes, type Dish } from './menu.js';

/** What becomes of a meal of the new week: written, the same already, there and different, or past its cut-off. */
export const CopyOutcome = enumOf('NEW', 'SAME', 'OVERWRITES', 'FROZEN');
export type CopyOutcome = EnumOf<typeof CopyOutcome>;

const WEEK = 7;

const weeks = z.object({
  centreId,
  /** The first day of the week that is copied, and of the one that it is copied to. */
  from: plainDate,
  to: plainDate,
});
const apart = ({ from, to }: { from: PlainDate; to: PlainDate }): boolean =>
  to >= addDays(from, WEEK) && to <= addDays(from, 26 * WEEK);
const PROBLEM = { path: ['to'], message: 'BAD_RANGE' };

export const copyOfMenus = weeks.refine(apart, PROBLEM);
export type CopyOfMenus = z.infer<typeof copyOfMenus>;

export const copyMenusInput = weeks
  .extend({
    /** Menus that are there and different become those of the old week. */
    overwrite: z.boolean(),
  })
  .refine(apart, PROBLEM);
export type CopyMenusInput = z.infer<typeof copyMenusInput>;

export const lastDayOfWeek = (first: PlainDate): PlainDate => addDays(first, WEEK - 1);

interface DayMenu {
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly dishes: readonly Dish[];
}

export interface CopyLine<Source extends DayMenu, Menu extends DayMenu = Source> {
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly outcome: CopyOutcome;
  readonly source: Source;
  /** What is there now. */
  readonly standing: Menu | undefined;
}

const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** One line for each menu of the old week, in the order of days and meals. */
export function planCopy<Menu extends DayMenu>(
  { from, to }: Pick<CopyOfMenus, 'from' | 'to'>,
  menus: { readonly source: readonly Menu[]; readonly standing: readonly Menu[] },
  isFrozen: (day: PlainDate, meal: Meal) => boolean,
): CopyLine<Menu>[] {
  const shift = daysBetween(from, to);
  const wanted = menus.source
    .filter(({ day }) => day >= from && day <= lastDayOfWeek(from))
    .map((source) => ({ source, day: addDays(source.day, shift), meal: source.meal }));
  return planMenus(wanted, menus.standing, isFrozen);
}

interface Wanted<Source extends DayMenu> {
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly source: Source;
}

/** What becomes of each meal that is to have other dishes, in the order of days and meals. */
export function planMenus<Source extends DayMenu, Menu extends DayMenu>(
  wanted: readonly Wanted<Source>[],
  standing: readonly Menu[],
  isFrozen: (day: PlainDate, meal: Meal) => boolean,
  differ: (before: readonly Dish[], after: readonly Dish[]) => boolean = changesDishes,
): CopyLine<Source, Menu>[] {
  const meals = Object.values(Meal);
  return wanted
    .map(({ day, meal, source }) => {
      const there = standing.find((menu) => menu.day === day && menu.meal === meal);
      const isSame = there !== undefined && !differ(there.dishes, source.dishes);
      const outcome = isSame ? 'SAME' : outcomeOf(there, isFrozen(day, meal));
      return { day, meal, source, standing: there, outcome };
    })
    .sort((one, other) =>
      one.day === other.day
        ? meals.indexOf(one.meal) - meals.indexOf(other.meal)
        : one.day < other.day
          ? -1
          : 1,
    );
}

const outcomeOf = (standing: DayMenu | undefined, frozen: boolean): CopyOutcome =>
  frozen ? 'FROZEN' : standing ? 'OVERWRITES' : 'NEW';
