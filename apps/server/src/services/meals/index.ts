import type { BoundedContext } from '../../platform/bounded-context.js';
import { AllergyAnswers1763800006010 } from './allergy-answers.migration.js';
import { AllergyResolver } from './allergy.resolver.js';
import { freezeDue } from './freeze.js';
import { Meals1763800006000 } from './meals.migration.js';
import { MealsResolver } from './meals.resolver.js';
import { SubsidyEffectResolver } from './subsidy-effect.resolver.js';

export { Desk } from './desk.type.js';
export { Home } from './home.type.js';
export { sheetOfMeal } from './kitchen-sheet.js';
export { KitchenSheet } from './kitchen-sheet.type.js';
export { MealOffer } from './meal-offer.type.js';

export const meals: BoundedContext = {
  entities: [],
  migrations: [Meals1763800006000, AllergyAnswers1763800006010],
  resolvers: [MealsResolver, AllergyResolver, SubsidyEffectResolver],
  jobs: { 'meals:freeze': (db) => freezeDue(db) },
  schedule: ['* * * * * meals:freeze'],
  atStart: ['meals:freeze'],
};
