import type { BoundedContext } from '../../platform/bounded-context.js';
import { MenuChanges1763800003510 } from './menu-changes.migration.js';
import { Menu } from './menu.entity.js';
import { MenuResolver } from './menu.resolver.js';
import { Menus1763800003500 } from './menus.migration.js';

export { copyMenus, previewCopyMenus } from './copy-menus.js';
export { menuShape } from './menu.shape.js';
export { Dish } from './dish.type.js';
export { Menu } from './menu.entity.js';
export { menuSheetPage } from './menu-sheet.page.js';
export { furnishMenus, menusBetween } from './menu.queries.js';
export { saveMenu } from './save-menu.js';
export { substituteDish } from './substitute-dish.js';

export const menus: BoundedContext = {
  entities: [Menu],
  migrations: [Menus1763800003500, MenuChanges1763800003510],
  resolvers: [MenuResolver],
};
