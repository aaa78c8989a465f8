import type { BoundedContext } from '../../platform/bounded-context.js';
import { MealsResolver } from './meals.resolver.js';

export { Desk } from './desk.type.js';
export { Home } from './home.type.js';
export { sheetOfMeal } from './kitchen-sheet.js';
export { KitchenSheet } from './kitchen-sheet.type.js';
export { MealOffer } from './meal-offer.type.js';

/** Nothing of its own is stored: it is all bookings, sessions and menus. */
export const meals: BoundedContext = { entities: [], migrations: [], resolvers: [MealsResolver] };
