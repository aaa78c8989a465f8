export { type MenuId, menuId } from './menu.js';
