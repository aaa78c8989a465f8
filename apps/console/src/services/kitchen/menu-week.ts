import type { Meal, MenusQuery, WholeMenuFragment } from '../../gql/graphql';
import { addDays } from '../../kit/days';

export type Menu = WholeMenuFragment;

export const daysOfWeek = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(monday, n));

export interface Copy {
  readonly day: string;
  readonly from: Menu;
}

/** Last week's menus for the days that have none yet, from today on: what is there already, or too late, is left alone. */
export function copiesFor(
  monday: string,
  today: string,
  before: readonly Menu[],
  now: readonly Menu[],
  frozen: ReadonlySet<string>,
): Copy[] {
  return daysOfWeek(monday).flatMap((day) => {
    const from = before.find((menu) => menu.day === addDays(day, -7));
    const taken = now.some((menu) => menu.day === day && menu.dishes.length > 0);
    return from && from.dishes.length > 0 && !taken && day >= today && !frozen.has(day)
      ? [{ day, from }]
      : [];
  });
}

/** The days whose dishes can no longer change: the first way to get this meal is past its cut-off. */
export const frozenDays = (sessions: MenusQuery['sessions'], meal: Meal, now: Date): ReadonlySet<string> =>
  new Set(
    sessions
      .filter(
        ({ state, closesAt, service }) =>
          state === 'SCHEDULED' && service.meal === meal && Date.parse(closesAt) <= now.getTime(),
      )
      .map(({ day }) => day),
  );
