import type { WholeMenuFragment } from '../../gql/graphql';
import { addDays } from '../../kit/days';

export type Menu = WholeMenuFragment;

export const daysOfWeek = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(monday, n));

export interface Copy {
  readonly day: string;
  readonly from: Menu;
}

/** Last week's menus for the days that have none yet, from today on: what is there already is left alone. */
export function copiesFor(
  monday: string,
  today: string,
  before: readonly Menu[],
  now: readonly Menu[],
): Copy[] {
  return daysOfWeek(monday).flatMap((day) => {
    const from = before.find((menu) => menu.day === addDays(day, -7));
    const taken = now.some((menu) => menu.day === day && menu.dishes.length > 0);
    return from && from.dishes.length > 0 && !taken && day >= today ? [{ day, from }] : [];
  });
}
