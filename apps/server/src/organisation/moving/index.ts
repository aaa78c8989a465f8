import type { BoundedContext } from '../../platform/bounded-context.js';
import { Moving1763800002340 } from './moving.migration.js';
import { MovingResolver } from './moving.resolver.js';

export { reportToEstate } from './estate-verbs.js';
export { recordMoving, reportMoving } from './moving-verbs.js';

/** 流動黨員, 雙報到. */
export const moving: BoundedContext = {
  entities: [],
  migrations: [Moving1763800002340],
  resolvers: [MovingResolver],
};
