import type { BoundedContext } from '../../platform/bounded-context.js';
import { RetiredResources1763800003410 } from './retired.migration.js';
import { Resources1763800003400 } from './resources.migration.js';
import { WorkerAccounts1763800003420 } from './worker-accounts.migration.js';
import { ResourceFieldsResolver, ResourcesResolver } from './resources.resolver.js';

export { Resource } from './resource.type.js';
export { resourceTakings } from './resource-takings.js';
export { assignResources, resourcesOf, saveResource } from './resources.js';
export { bringBackResource, retireResource } from './retire-resource.js';

/** 資源 Persons, rooms and equipment that sessions take. */
export const resources: BoundedContext = {
  entities: [],
  migrations: [Resources1763800003400, RetiredResources1763800003410, WorkerAccounts1763800003420],
  resolvers: [ResourcesResolver, ResourceFieldsResolver],
};
