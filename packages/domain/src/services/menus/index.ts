export {
  type CopyLine,
  type CopyMenusInput,
  copyMenusInput,
  type CopyOfMenus,
  copyOfMenus,
  CopyOutcome,
  lastDayOfWeek,
  planCopy,
} from './copy-menus.js';
export {
  changesDishes,
  type Dish,
  dish,
  isFrozen,
  type MenuId,
  menuId,
  type SaveMenuInput,
  saveMenuInput,
} from './menu.js';
export {
  refusalToSubstitute,
  type SubstituteDishInput,
  substituteDishInput,
  substituted,
  type SubstitutionId,
  substitutionId,
} from './substitution.js';
