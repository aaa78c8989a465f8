import type { BoundedContext } from '../bounded-context.js';
import { HanFolding1763800000010 } from './han.migration.js';
import { QuickFolding1763800090010 } from './quick-folding.migration.js';

export { asStored } from './as-stored.js';

/** Names are stored as they were typed, and found in either script: `fold_han` in the database. */
export const han: BoundedContext = {
  entities: [],
  migrations: [HanFolding1763800000010, QuickFolding1763800090010],
  resolvers: [],
};
