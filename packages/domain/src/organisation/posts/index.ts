export {
  type BeginPostInput,
  beginPostInput,
  type EndPostInput,
  endPostInput,
  type PostId,
  postId,
} from './post-inputs.js';
export {
  COMMITTEE_MOST,
  PARTY_POSTS,
  PostEnding,
  PostKind,
  postFits,
  PostSelection,
  postsOf,
  PostSource,
  SELF_RULE_KINDS,
  SINGLE_POSTS,
} from './post-kinds.js';
export { isOneHead, type PostHeld, type PostRefused, refuseToBegin } from './posts.js';
export { TERM_ENDS_SOON_DAYS, termEndsOn, TermState, termState, termYears } from './term.js';
