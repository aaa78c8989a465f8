import type { BoundedContext } from '../../platform/bounded-context.js';
import { CareResolver } from './care.resolver.js';

/** 照護授權 Who lets whom act for them: kept by the elder, by the carer, and by staff where the elder lives. */
export const care: BoundedContext = { entities: [], migrations: [], resolvers: [CareResolver] };
