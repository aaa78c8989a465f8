export {
  type AllergyRow,
  isCookedFor,
  kitchenSheet,
  type KitchenSheet,
  type KitchenSlip,
  type MealOrder,
  type MenuDish,
  type WayCounts,
} from './kitchen-sheet.js';
