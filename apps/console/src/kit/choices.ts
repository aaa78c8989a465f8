import type { Allergen, BookedAs, CareNeed, Meal, MealWay, ServiceCategory, Texture } from '../gql/graphql';

/** All values of an enum, in the order in which they are offered: one that is forgotten does not compile. */
const all = <T extends string>(values: Readonly<Record<T, true>>): readonly T[] => Object.keys(values) as T[];

export const CARE_NEEDS = all<CareNeed>({
  ...{ OLD_AGE: true, LIVING_ALONE: true, EMPTY_NEST: true },
  ...{ DISABLED_PARTLY: true, DISABLED_FULLY: true, HANDICAP: true },
  ...{ LOW_INCOME: true, EXTREME_POVERTY: true, LOW_INCOME_MARGIN: true },
});

export const ALLERGENS = all<Allergen>({
  ...{ PEANUT: true, EGG: true, MILK: true, SOY: true, WHEAT: true },
  ...{ FISH: true, SHELLFISH: true, SESAME: true, NUT: true },
});

export const TEXTURES = all<Texture>({ REGULAR: true, SOFT: true, LIQUID: true });

export const BOOKED_AS = all<BookedAs>({ SESSION: true, SERIES: true, RANGE: true });

export const MEALS = all<Meal>({ BREAKFAST: true, LUNCH: true, DINNER: true });

export const MEAL_WAYS = all<MealWay>({ DINE_IN: true, PICK_UP: true, DELIVERY: true });

export const SERVICE_CATEGORIES = all<ServiceCategory>({
  ...{ MEAL: true, DAY_CARE: true, BATHING: true, HAIRCUT: true, HEALTH_CHECK: true, ESCORT: true },
  ...{ CHILDCARE: true, CLASS: true, ACTIVITY: true, LEGAL: true, REPAIR: true, VENUE: true },
});
