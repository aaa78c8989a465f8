import type { BoundedContext } from '../../platform/bounded-context.js';
import { Ratings1763800002400 } from './ratings.migration.js';
import { RatingsResolver } from './ratings.resolver.js';
import { StandingResolver } from './standing.resolver.js';

export { declareRating } from './declare-rating.js';
export { noticeWasBefore } from './furnish.js';
export { grantRating, publishRating } from './grant-rating.js';
export { scoreRating } from './move-rating.js';
export { nameModelSite, recordStandardCheck } from './standing.js';
export { ratingTemplates } from './templates.js';

/** 五星支部, 標準化, 標桿示範點. */
export const ratings: BoundedContext = {
  entities: [],
  migrations: [Ratings1763800002400],
  resolvers: [RatingsResolver, StandingResolver],
};
