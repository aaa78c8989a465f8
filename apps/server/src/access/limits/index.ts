import type { BoundedContext } from '../../platform/bounded-context.js';
import { Limits1763800000300 } from './limits.migration.js';

export { countTry, forgetTries, type Limited } from './count-try.js';

export const limits: BoundedContext = { entities: [], migrations: [Limits1763800000300], resolvers: [] };
