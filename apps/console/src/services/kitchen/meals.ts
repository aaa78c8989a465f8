import type { Meal } from '../../gql/graphql';

/** In the order of the day. */
export const MEALS: readonly Meal[] = ['BREAKFAST', 'LUNCH', 'DINNER'];
