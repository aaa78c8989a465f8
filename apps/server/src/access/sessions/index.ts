import type { BoundedContext } from '../../platform/bounded-context.js';
import { HomeWorkers1763800000120 } from './home-workers.migration.js';
import { CareScopes1763800000110 } from './care-scopes.migration.js';
import { DemonstrationResolver } from './demonstration.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { Sessions1763800000100 } from './sessions.migration.js';

export { endSessionsOf } from './end-session.js';
export { identify, recognition, visitsNow } from './identify.js';
export { openSession, sessionSeconds } from './open-session.js';
export { startVisit } from './start-visit.js';
export { cookieFor } from './token.js';

export const sessions: BoundedContext = {
  entities: [],
  migrations: [Sessions1763800000100, CareScopes1763800000110, HomeWorkers1763800000120],
  resolvers: [DemonstrationResolver, SessionResolver],
};
