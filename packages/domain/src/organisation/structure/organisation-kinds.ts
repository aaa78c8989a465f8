import { type EnumOf, enumOf } from '../../base/index.js';

/** 黨組織 The kinds of party organisation. */
export const OrganisationKind = enumOf(
  'DISTRICT_COMMITTEE',
  'GRASSROOTS_COMMITTEE',
  'COMMUNITY_COMMITTEE',
  'VILLAGE_BRANCH',
  'GENERAL_BRANCH',
  'ESTATE_BRANCH',
  'BUILDING_GROUP',
  'AGENCY_BRANCH',
  'JOINT_BRANCH',
  'INDUSTRY_COMMITTEE',
  'TWO_NEW_BRANCH',
);
export type OrganisationKind = EnumOf<typeof OrganisationKind>;

/** Under which kinds each kind may hang. The district's committee is the root. */
export const parentKindsOfOrganisation: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  DISTRICT_COMMITTEE: [],
  GRASSROOTS_COMMITTEE: ['DISTRICT_COMMITTEE'],
  INDUSTRY_COMMITTEE: ['DISTRICT_COMMITTEE', 'GRASSROOTS_COMMITTEE'],
  COMMUNITY_COMMITTEE: ['GRASSROOTS_COMMITTEE'],
  VILLAGE_BRANCH: ['GRASSROOTS_COMMITTEE', 'GENERAL_BRANCH'],
  GENERAL_BRANCH: ['GRASSROOTS_COMMITTEE', 'INDUSTRY_COMMITTEE', 'COMMUNITY_COMMITTEE'],
  ESTATE_BRANCH: ['COMMUNITY_COMMITTEE', 'GENERAL_BRANCH', 'VILLAGE_BRANCH'],
  JOINT_BRANCH: ['GRASSROOTS_COMMITTEE', 'INDUSTRY_COMMITTEE', 'COMMUNITY_COMMITTEE', 'GENERAL_BRANCH'],
  AGENCY_BRANCH: ['DISTRICT_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'GENERAL_BRANCH'],
  TWO_NEW_BRANCH: ['GRASSROOTS_COMMITTEE', 'INDUSTRY_COMMITTEE', 'COMMUNITY_COMMITTEE', 'GENERAL_BRANCH'],
  BUILDING_GROUP: ['ESTATE_BRANCH', 'JOINT_BRANCH', 'VILLAGE_BRANCH'],
};

/** May an organisation of this kind hang under one of that kind? `null`: under nothing. */
export const organisationFits = (kind: OrganisationKind, parent: OrganisationKind | null): boolean =>
  parent === null ? kind === 'DISTRICT_COMMITTEE' : parentKindsOfOrganisation[kind].includes(parent);

/**
 * 有形覆蓋 Kinds that cover an estate for the rate. A committee above covers the community, not the estate; a building
 * group is a part of a branch. Source: 「小區黨支部覆蓋率」 of the survey reports.
 */
export const COVERING_KINDS: readonly OrganisationKind[] = [
  'ESTATE_BRANCH',
  'JOINT_BRANCH',
  'GENERAL_BRANCH',
  'VILLAGE_BRANCH',
];
