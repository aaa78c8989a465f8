import { daysFrom, useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import type { BookableFragment, PersonFragment, StandingMealsQuery } from '../../gql/graphql';
import { StandingMealsDocument } from '../../gql/graphql';
import { useWhere } from '../centre/where';
import { WAYS } from '../meals/lunch-rules';

type Service = StandingMealsQuery['centre']['services'][number];

/** A meal that can stand, one line for each way of it. */
export interface MealToStand {
  readonly service: Service;
  /** One of its coming sessions, with the price. */
  readonly line: BookableFragment | undefined;
  /** It is not for this person. */
  readonly isBarred: boolean;
}

const MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'] as const;
const WEEK = 8;

/** Dinner after lunch, and of a meal the ways in the order in which they are asked. */
const rank = ({ meal, way }: Service): number =>
  MEALS.indexOf(meal ?? 'LUNCH') * WAYS.length + WAYS.indexOf(way ?? 'DINE_IN');

export function mealsOf({ centre, bookableSessions }: StandingMealsQuery): readonly MealToStand[] {
  return centre.services
    .filter(({ active, meal }) => active && meal)
    .sort((one, other) => rank(one) - rank(other))
    .map((service) => {
      const lines = bookableSessions.filter(({ session }) => session.service.id === service.id);
      const barred = lines.find(({ refusal }) => refusal === 'NOT_ELIGIBLE');
      return { service, line: barred ?? lines[0], isBarred: barred !== undefined };
    });
}

interface Meals {
  readonly meals: readonly MealToStand[] | undefined;
  readonly person: PersonFragment | undefined;
  readonly people: readonly PersonFragment[];
  readonly error: unknown;
  readonly again: () => void;
}

/** What can stand at the centre of whoever is chosen. */
export function useMeals(): Meals {
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const from = useToday();
  const to = daysFrom(from, WEEK)[WEEK - 1] ?? from;
  const { data, error, again } = useRead(
    StandingMealsDocument,
    { centreId, beneficiaryId, from, to },
    { skip: centreId === '' },
  );
  return {
    meals: data && home && mealsOf(data),
    person: home?.home.beneficiary,
    people: home?.myPeople ?? [],
    error: data ? undefined : (homeError ?? error),
    again: homeError ? homeAgain : again,
  };
}
