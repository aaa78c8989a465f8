import type { Tone } from '@linli/ui';
import type { OrganisationKind, PostEnding, PostKind, PostSource, TermState } from '../../gql/graphql';

const PARTY: readonly PostKind[] = ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'];
const LEADS: readonly PostKind[] = ['GRID_LEAD', 'BUILDING_LEAD'];
export const POST_KINDS: readonly PostKind[] = [
  ...PARTY,
  'SELF_RULE_HEAD',
  'TWO_COMMITTEES_MEMBER',
  ...LEADS,
];

const OTHERS: Partial<Record<OrganisationKind, readonly PostKind[]>> = {
  VILLAGE_BRANCH: POST_KINDS,
  COMMUNITY_COMMITTEE: POST_KINDS,
  ESTATE_BRANCH: [...PARTY, ...LEADS],
  BUILDING_GROUP: ['BUILDING_LEAD'],
};

/** The posts that there may be in an organisation of this kind, as the domain has them. */
export const postsAt = (kind: OrganisationKind): readonly PostKind[] => OTHERS[kind] ?? PARTY;

export const SOURCES: readonly PostSource[] = ['RETIRED_CADRE', 'SERVING_CADRE', 'VOLUNTEER_MEMBER'];
/** Somebody who is replaced is replaced by recording who follows. */
export const ENDINGS: readonly PostEnding[] = ['TERM_OVER', 'RESIGNED', 'MOVED_AWAY', 'REMOVED', 'DIED'];

export const TERM_TONES: Readonly<Record<TermState, Tone>> = {
  ...{ NONE: 'mute', RUNNING: 'ok', ENDING: 'warn', OVER: 'bad' },
};
