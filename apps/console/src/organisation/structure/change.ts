import { newId } from '@linli/client';
import type { OrganisationKind } from '../../gql/graphql';
import type { Found } from '../../kit/search-select';

/** What someone set out to record about a tree. */
export type Change =
  | {
      readonly act: 'setUp';
      readonly parentId: string;
      readonly name: string;
      readonly kinds: readonly OrganisationKind[];
    }
  | { readonly act: 'rename' | 'close' | 'move' | 'merge'; readonly id: string; readonly name: string }
  /** With what it covers now. */
  | { readonly act: 'covers' | 'split'; readonly id: string; readonly name: string; readonly covers: Found[] }
  | { readonly act: 'renameArea'; readonly id: string; readonly name: string; readonly officialName: string }
  | { readonly act: 'closeArea'; readonly id: string; readonly name: string };

/** One of the organisations that a split sets up. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly covers: readonly string[];
}

export const newPart = (): Part => ({ id: newId(), name: '', covers: [] });

/** What the form of a change holds; each act uses its own part of it. */
export interface Values {
  name: string;
  officialName: string;
  kind: OrganisationKind;
  covers: Found[];
  parent: Found | undefined;
  merged: Found[];
  into: readonly Part[];
  effectiveOn: string;
  documentNumber: string;
}

export const firstValues = (change: Change, today: string): Values => ({
  name: change.act === 'rename' || change.act === 'renameArea' ? change.name : '',
  officialName: change.act === 'renameArea' ? change.officialName : '',
  kind: change.act === 'setUp' ? (change.kinds[0] ?? 'ESTATE_BRANCH') : 'ESTATE_BRANCH',
  covers: change.act === 'covers' ? change.covers : [],
  parent: undefined,
  merged: [],
  into: [newPart()],
  effectiveOn: today,
  documentNumber: '',
});

type Missing = Partial<Record<keyof Values, true>>;

/** What must still be filled in for the act. */
export function missingOf({ act }: Change, values: Values): Missing {
  const named = act === 'setUp' || act === 'rename' || act === 'renameArea';
  return {
    ...(named && !values.name.trim() && { name: true }),
    ...(act === 'renameArea' && !values.officialName.trim() && { officialName: true }),
    ...(act === 'move' && !values.parent && { parent: true }),
    ...(act === 'merge' && values.merged.length === 0 && { merged: true }),
    ...(act === 'split' && values.into.some(({ name }) => !name.trim()) && { into: true }),
    ...(!values.effectiveOn && { effectiveOn: true }),
    ...(!values.documentNumber.trim() && { documentNumber: true }),
  };
}

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
