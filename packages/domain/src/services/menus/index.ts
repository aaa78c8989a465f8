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
