import type { NextStandingMealsQuery } from '../../gql/graphql';

type Order = NextStandingMealsQuery['standingOrders'][number];
export type NextMeal = Order['days'][number] & { readonly orderId: string };

/** What is booked, or will be by itself; and what was tried in vain, which somebody should know. */
const TOLD: readonly string[] = ['BOOKED', 'PLANNED', 'REFUSED'];

/** Of all that stands the next meal; on one day the earlier order's. */
export const nextOf = (orders: readonly Order[]): NextMeal | undefined =>
  orders
    .flatMap(({ id, days }) => days.map((day) => ({ ...day, orderId: id })))
    .filter(({ state }) => TOLD.includes(state))
    .sort((one, other) => one.day.localeCompare(other.day))[0];

const LUNCH_IS_OVER = 13;

/** From which day on the next one is looked for: today's lunch is no next one when it is over. */
export const fromWhichDay = (today: string, tomorrow: string, hour: number): string =>
  hour < LUNCH_IS_OVER ? today : tomorrow;
