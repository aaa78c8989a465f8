import type { BoundedContext } from '../../platform/bounded-context.js';
import { Claims1763800007000 } from './claims.migration.js';
import { ClaimsResolver } from './claims.resolver.js';

export { claimPage } from './claim.page.js';
export { draftClaim } from './draft-claim.js';
export { submitClaim } from './move-claim.js';

/** 補貼申報 What payers are asked for, each meal with its evidence. */
export const claims: BoundedContext = {
  entities: [],
  migrations: [Claims1763800007000],
  resolvers: [ClaimsResolver],
};
