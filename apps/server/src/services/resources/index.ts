import type { BoundedContext } from '../../platform/bounded-context.js';
import { Resources1763800003400 } from './resources.migration.js';
import { ResourcesResolver } from './resources.resolver.js';

export { Resource } from './resource.type.js';
export { assignResources, resourcesOf, saveResource } from './resources.js';

/** 資源 Persons, rooms and equipment that sessions take. */
export const resources: BoundedContext = {
  entities: [],
  migrations: [Resources1763800003400],
  resolvers: [ResourcesResolver],
};
