import type { BoundedContext } from '../../platform/bounded-context.js';
import { Talent1763800002330 } from './talent.migration.js';
import { TalentResolver } from './talent.resolver.js';

export { furnishReserves, type ReserveToFurnish } from './furnish.js';

/** 人才庫 Lists that only those see who appoint. */
export const talent: BoundedContext = {
  entities: [],
  migrations: [Talent1763800002330],
  resolvers: [TalentResolver],
};
