import type { BoundedContext } from '../../platform/bounded-context.js';
import { DemonstrationResolver } from './demonstration.resolver.js';
import { Sessions1763800000100 } from './sessions.migration.js';

export { identify, visitsNow } from './identify.js';
export { openSession, sessionSeconds } from './open-session.js';
export { cookieFor } from './token.js';

export const sessions: BoundedContext = {
  entities: [],
  migrations: [Sessions1763800000100],
  resolvers: [DemonstrationResolver],
};
