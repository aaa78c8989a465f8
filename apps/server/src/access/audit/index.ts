import type { BoundedContext } from '../../platform/bounded-context.js';
import { Audit1763800000200 } from './audit.migration.js';

export { chainIsIntact } from './check-chain.js';
export {
  type Actor,
  actorOf,
  type AuditNote,
  placesOf,
  recordAttempt,
  recordAudit,
  recordRead,
} from './record-audit.js';

/** The trail; its list is a page of the administration, which knows the trees that reach follows. */
export const audit: BoundedContext = { entities: [], migrations: [Audit1763800000200], resolvers: [] };
