import type { BoundedContext } from '../../platform/bounded-context.js';
import { AccountResolver } from './account.resolver.js';
import { FoldedNames1763800000510 } from './folded-names.migration.js';
import { Accounts1763800000500 } from './accounts.migration.js';

export { type AccountToFurnish, furnishAccounts, furnishCarers } from './furnish.js';
export { dutiesOf, meOf } from './account.queries.js';
export { Duty, Me, MeOrRefused } from './me.type.js';
export { hashPassword, temporaryPassword } from './passwords.js';

/** Whoever signs in with a password, and what they may change about that themselves. */
export const accounts: BoundedContext = {
  entities: [],
  migrations: [Accounts1763800000500, FoldedNames1763800000510],
  resolvers: [AccountResolver],
};
