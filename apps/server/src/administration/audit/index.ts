import type { BoundedContext } from '../../platform/bounded-context.js';
import { AuditResolver } from './audit.resolver.js';

/** The audit trail as a list, within reach. */
export const auditOffice: BoundedContext = { entities: [], migrations: [], resolvers: [AuditResolver] };
