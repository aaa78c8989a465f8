import type { BoundedContext } from '../../platform/bounded-context.js';
import { Menu } from './menu.entity.js';
import { Menus1763800003500 } from './menus.migration.js';

export { Menu } from './menu.entity.js';

export const menus: BoundedContext = { entities: [Menu], migrations: [Menus1763800003500], resolvers: [] };
