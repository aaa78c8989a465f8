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

export interface CopyLine<Menu extends DayMenu> {
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly outcome: CopyOutcome;
  readonly source: Menu;
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
  const meals = Object.values(Meal);
  const shift = daysBetween(from, to);
  return menus.source
    .filter(({ day }) => day >= from && day <= lastDayOfWeek(from))
    .map((source) => {
      const { meal } = source;
      const day = addDays(source.day, shift);
      const standing = menus.standing.find((menu) => menu.day === day && menu.meal === meal);
      return { day, meal, source, standing, outcome: outcomeOf(source, standing, isFrozen(day, meal)) };
    })
    .sort((one, other) =>
      one.day === other.day
        ? meals.indexOf(one.meal) - meals.indexOf(other.meal)
        : one.day < other.day
          ? -1
          : 1,
    );
}

function outcomeOf(source: DayMenu, standing: DayMenu | undefined, frozen: boolean): CopyOutcome {
  if (standing && !changesDishes(standing.dishes, source.dishes)) return 'SAME';
  if (frozen) return 'FROZEN';
  return standing ? 'OVERWRITES' : 'NEW';
}
