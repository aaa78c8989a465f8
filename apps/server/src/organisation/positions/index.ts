import type { BoundedContext } from '../../platform/bounded-context.js';
import { Positions1763800001200 } from './positions.migration.js';
import { PositionsResolver } from './positions.resolver.js';

export { furnishPositions } from './positions.js';

/** 位置 Where areas lie: bicycles and maps ask. */
export const positions: BoundedContext = {
  entities: [],
  migrations: [Positions1763800001200],
  resolvers: [PositionsResolver],
};
