import type { BoundedContext } from '../../platform/bounded-context.js';
import { People1763800002000 } from './people.migration.js';
import { CareNeedRecord, ResidentRecord } from './resident.entity.js';

export { CareNeedRecord, ResidentRecord } from './resident.entity.js';

export const people: BoundedContext = {
  entities: [ResidentRecord, CareNeedRecord],
  migrations: [People1763800002000],
  resolvers: [],
};
