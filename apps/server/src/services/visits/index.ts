import type { BoundedContext } from '../../platform/bounded-context.js';
import { VisitsResolver } from './visits.resolver.js';
import { Visits1763800006600 } from './visits.migration.js';

export { furnishVisitEnds } from './furnish.js';
export { endVisit, signInVisit } from './go-on-visit.js';

/** 上門服務 Who goes to whose door, when they were there, and how it went. */
export const visits: BoundedContext = {
  entities: [],
  migrations: [Visits1763800006600],
  resolvers: [VisitsResolver],
};
