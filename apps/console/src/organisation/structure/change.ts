import type { OrganisationKind } from '../../gql/graphql';

/** What someone set out to record about a tree. */
export type Change =
  | {
      readonly act: 'setUp';
      readonly parentId: string;
      readonly name: string;
      readonly kinds: readonly OrganisationKind[];
    }
  | { readonly act: 'rename' | 'close'; readonly id: string; readonly name: string }
  | { readonly act: 'renameArea'; readonly id: string; readonly name: string; readonly officialName: string }
  | { readonly act: 'closeArea'; readonly id: string; readonly name: string };

/** What can be set up under each kind, the usual first: the domain's rule, which brings too much along for a page. */
export const KINDS_BELOW: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  DISTRICT_COMMITTEE: ['GRASSROOTS_COMMITTEE', 'INDUSTRY_COMMITTEE', 'AGENCY_BRANCH'],
  GRASSROOTS_COMMITTEE: [
    ...(['COMMUNITY_COMMITTEE', 'VILLAGE_BRANCH', 'GENERAL_BRANCH', 'AGENCY_BRANCH'] as const),
    ...(['JOINT_BRANCH', 'TWO_NEW_BRANCH', 'INDUSTRY_COMMITTEE'] as const),
  ],
  INDUSTRY_COMMITTEE: ['TWO_NEW_BRANCH', 'JOINT_BRANCH', 'GENERAL_BRANCH'],
  COMMUNITY_COMMITTEE: ['ESTATE_BRANCH', 'JOINT_BRANCH', 'GENERAL_BRANCH', 'TWO_NEW_BRANCH'],
  GENERAL_BRANCH: ['ESTATE_BRANCH', 'VILLAGE_BRANCH', 'JOINT_BRANCH', 'AGENCY_BRANCH', 'TWO_NEW_BRANCH'],
  VILLAGE_BRANCH: ['ESTATE_BRANCH', 'BUILDING_GROUP'],
  ESTATE_BRANCH: ['BUILDING_GROUP'],
  JOINT_BRANCH: ['BUILDING_GROUP'],
  BUILDING_GROUP: [],
  AGENCY_BRANCH: [],
  TWO_NEW_BRANCH: [],
};
