import type { BoundedContext } from '../../platform/bounded-context.js';
import { MemberPoints1763800002593 } from './member-points.migration.js';
import { MemberPointsResolver } from './member-points.resolver.js';

export { enterPoints, reviewPoints } from './enter-points.js';
export { noticesWereBefore } from './furnish.js';
export { pointRules } from './rules.js';

/** 黨員積分 */
export const memberPoints: BoundedContext = {
  entities: [],
  migrations: [MemberPoints1763800002593],
  resolvers: [MemberPointsResolver],
};
