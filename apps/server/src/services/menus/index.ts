import type { BoundedContext } from '../../platform/bounded-context.js';
import { Menu } from './menu.entity.js';
import { MenuResolver } from './menu.resolver.js';
import { Menus1763800003500 } from './menus.migration.js';

export { menuShape } from './menu.shape.js';
export { Dish } from './dish.type.js';
export { Menu } from './menu.entity.js';
export { furnishMenus, menusBetween } from './menu.queries.js';
export { saveMenu } from './save-menu.js';

export const menus: BoundedContext = {
  entities: [Menu],
  migrations: [Menus1763800003500],
  resolvers: [MenuResolver],
};
