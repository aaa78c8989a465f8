import { type EnumOf, enumOf } from '../../base/index.js';
import { MEMBER_KINDS } from '../members/index.js';
import { OrganisationKind } from '../structure/index.js';

/** 任職: 書記, 副書記, 委員; 村（居）委會主任, 兩委成員; 網格長, 樓棟長. */
export const PostKind = enumOf(
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'COMMITTEE_MEMBER',
  'SELF_RULE_HEAD',
  'TWO_COMMITTEES_MEMBER',
  'GRID_LEAD',
  'BUILDING_LEAD',
);
export type PostKind = EnumOf<typeof PostKind>;

/** How somebody came to a post. */
export const PostSelection = enumOf('ELECTED', 'APPOINTED');
export type PostSelection = EnumOf<typeof PostSelection>;

/** 來源: 離退休幹部, 在職幹部, 優秀黨員志願者. */
export const PostSource = enumOf('RETIRED_CADRE', 'SERVING_CADRE', 'VOLUNTEER_MEMBER');
export type PostSource = EnumOf<typeof PostSource>;

/** Why somebody holds a post no longer. */
export const PostEnding = enumOf('TERM_OVER', 'REPLACED', 'RESIGNED', 'MOVED_AWAY', 'REMOVED', 'DIED');
export type PostEnding = EnumOf<typeof PostEnding>;

/** 支委會 Only a full member sits on a committee of the Party. */
export const PARTY_POSTS: readonly PostKind[] = ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'];

/** One at a time in one organisation. */
export const SINGLE_POSTS: readonly PostKind[] = ['SECRETARY', 'SELF_RULE_HEAD'];

/** 村, 社區: where people rule themselves, and one person may be secretary and head (一肩挑). */
export const SELF_RULE_KINDS: readonly OrganisationKind[] = ['VILLAGE_BRANCH', 'COMMUNITY_COMMITTEE'];

const leads: readonly OrganisationKind[] = [...SELF_RULE_KINDS, 'ESTATE_BRANCH'];
const committees: readonly OrganisationKind[] = Object.values(OrganisationKind).filter(
  (kind) => kind !== 'BUILDING_GROUP',
);

/** Where a post of each kind is held. */
const PLACES: Readonly<Record<PostKind, readonly OrganisationKind[]>> = {
  SECRETARY: committees,
  DEPUTY_SECRETARY: committees,
  COMMITTEE_MEMBER: committees,
  SELF_RULE_HEAD: SELF_RULE_KINDS,
  TWO_COMMITTEES_MEMBER: SELF_RULE_KINDS,
  GRID_LEAD: leads,
  BUILDING_LEAD: [...leads, 'BUILDING_GROUP'],
};

export const postFits = (kind: PostKind, organisation: OrganisationKind): boolean =>
  PLACES[kind].includes(organisation);

/** All posts that there may be in an organisation of this kind, in their order. */
export const postsOf = (organisation: OrganisationKind): PostKind[] =>
  Object.values(PostKind).filter((kind) => postFits(kind, organisation));

/** A branch's committee has seven at most, the secretary among them. */
export const COMMITTEE_MOST = 7;
export const hasSmallCommittee = (organisation: OrganisationKind): boolean =>
  MEMBER_KINDS.includes(organisation);
