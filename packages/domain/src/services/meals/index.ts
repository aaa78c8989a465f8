export {
  type AllergyAnswerId,
  allergyAnswerId,
  type AnswerAllergyClashInput,
  answerAllergyClashInput,
  isOpenClash,
  type RevealClashNumberInput,
  revealClashNumberInput,
} from './allergy-clash.js';
export {
  agree,
  freeze,
  type Frozen,
  type KitchenSlip,
  type MealOrder,
  type Portion,
  portionsNow,
  slipsOfChange,
} from './freeze.js';
export {
  type AllergyRow,
  clashesWith,
  isCookedFor,
  kitchenSheet,
  type KitchenSheet,
  type MenuDish,
  type WayCounts,
} from './kitchen-sheet.js';
export { type Eater, labelsOf, type MealLabel } from './labels.js';
