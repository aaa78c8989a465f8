import type { BoundedContext } from '../../platform/bounded-context.js';
import { FoodSafety1763800006100 } from './food-safety.migration.js';
import { FoodSafetyResolver } from './food-safety.resolver.js';

export { MealSafety } from './food-safety.type.js';
export { furnishFoodSafety, type SafetyToFurnish } from './furnish.js';
export { refusalToSetOutWith } from './meal-safety.js';
export { releasedMeals } from './released-meals.js';

export const foodSafety: BoundedContext = {
  entities: [],
  migrations: [FoodSafety1763800006100],
  resolvers: [FoodSafetyResolver],
};
