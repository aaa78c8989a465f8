import type { Meal, MenusQuery } from '../../gql/graphql';
import { addDays } from '../../kit/days';

export type Menu = MenusQuery['menus'][number];

export const daysOfWeek = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(monday, n));

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
