import type { BoundedContext } from '../../platform/bounded-context.js';
import { Rounds1763800006500 } from './rounds.migration.js';
import { RoundsResolver } from './rounds.resolver.js';

export { furnishRounds } from './furnish.js';

/** 送餐路線 Meals brought to the door. */
export const rounds: BoundedContext = {
  entities: [],
  migrations: [Rounds1763800006500],
  resolvers: [RoundsResolver],
};
