import type { BoundedContext } from '../../platform/bounded-context.js';
import { Posts1763800002320 } from './posts.migration.js';
import { PostsResolver } from './posts.resolver.js';

export { furnishPosts, type PostToFurnish } from './furnish.js';

/** 任職 Who holds which post, from when until when. */
export const posts: BoundedContext = {
  entities: [],
  migrations: [Posts1763800002320],
  resolvers: [PostsResolver],
};
