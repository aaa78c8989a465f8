import type { BoundedContext } from '../../platform/bounded-context.js';
import { Becoming1763800002350 } from './becoming.migration.js';
import { BecomingResolver } from './becoming.resolver.js';

/** 發展黨員 From the application to the archive. */
export const becoming: BoundedContext = {
  entities: [],
  migrations: [Becoming1763800002350],
  resolvers: [BecomingResolver],
};
