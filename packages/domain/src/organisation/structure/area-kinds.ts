import { type EnumOf, enumOf } from '../../base/index.js';

/** 區域 The kinds of area, from the district down. */
export const AreaKind = enumOf(
  'DISTRICT',
  'SUB_DISTRICT',
  'TOWN',
  'TOWNSHIP',
  'COMMUNITY',
  'VILLAGE',
  'ESTATE',
  'NATURAL_VILLAGE',
  'COMPOUND',
  'VILLAGE_GROUP',
  'BUILDING',
  'GRID',
);
export type AreaKind = EnumOf<typeof AreaKind>;

/** Under which kinds each kind may hang. The district hangs under nothing: it is the root. */
export const parentKindsOfArea: Readonly<Record<AreaKind, readonly AreaKind[]>> = {
  DISTRICT: [],
  SUB_DISTRICT: ['DISTRICT'],
  TOWN: ['DISTRICT'],
  TOWNSHIP: ['DISTRICT'],
  COMMUNITY: ['SUB_DISTRICT', 'TOWN', 'TOWNSHIP'],
  VILLAGE: ['SUB_DISTRICT', 'TOWN', 'TOWNSHIP'],
  ESTATE: ['COMMUNITY', 'VILLAGE'],
  NATURAL_VILLAGE: ['VILLAGE', 'COMMUNITY'],
  COMPOUND: ['COMMUNITY', 'VILLAGE', 'ESTATE'],
  VILLAGE_GROUP: ['VILLAGE', 'NATURAL_VILLAGE'],
  BUILDING: ['ESTATE', 'COMPOUND', 'NATURAL_VILLAGE', 'VILLAGE_GROUP'],
  GRID: ['COMMUNITY', 'VILLAGE'],
};

/** May an area of this kind hang under one of that kind? `null`: under nothing. */
export const areaFits = (kind: AreaKind, parent: AreaKind | null): boolean =>
  parent === null ? kind === 'DISTRICT' : parentKindsOfArea[kind].includes(parent);

/** What a file of divisions speaks of: everything above the estates. */
export const DIVISION_KINDS: readonly AreaKind[] = [
  'DISTRICT',
  'SUB_DISTRICT',
  'TOWN',
  'TOWNSHIP',
  'COMMUNITY',
  'VILLAGE',
];
