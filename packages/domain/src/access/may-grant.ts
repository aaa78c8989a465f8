import type { Refusal } from '../refusals/index.js';
import { covers, reachOf } from './grants.js';
import type { Duty, Role, Target, Viewer } from './viewer.js';

/** How high a role stands; one may make others at most one's equals. */
const RANK: Readonly<Record<Role, number>> = {
  DISTRICT_CADRE: 4,
  TOWN_CADRE: 3,
  COMMUNITY_CADRE: 2,
  BRANCH_SECRETARY: 1,
  GRID_LEAD: 1,
  BUILDING_LEAD: 1,
  CENTRE_STAFF: 1,
  KITCHEN: 0,
  DELIVERY_VOLUNTEER: 0,
  HOME_WORKER: 0,
  RESIDENT: 0,
  SCREEN: 0,
};

type PlaceKind = 'AREA' | 'ORGANISATION' | 'CENTRE';

/** Where a role is held. Residents sign in by phone and screens are paired: nobody grants those. */
const PLACES: Readonly<Record<Role, readonly PlaceKind[]>> = {
  DISTRICT_CADRE: ['AREA'],
  TOWN_CADRE: ['AREA', 'ORGANISATION'],
  COMMUNITY_CADRE: ['AREA', 'ORGANISATION'],
  BRANCH_SECRETARY: ['AREA', 'ORGANISATION'],
  GRID_LEAD: ['AREA'],
  BUILDING_LEAD: ['AREA'],
  CENTRE_STAFF: ['CENTRE'],
  KITCHEN: ['CENTRE'],
  DELIVERY_VOLUNTEER: ['CENTRE'],
  HOME_WORKER: ['CENTRE'],
  RESIDENT: [],
  SCREEN: [],
};

/** The place that a duty names, if it names just one. */
function placeKindOf({ areaId, organisationId, centreId }: Omit<Duty, 'role'>): PlaceKind | undefined {
  const kinds: PlaceKind[] = [];
  if (areaId !== null) kinds.push('AREA');
  if (organisationId !== null) kinds.push('ORGANISATION');
  if (centreId !== null) kinds.push('CENTRE');
  return kinds.length === 1 ? kinds[0] : undefined;
}

/**
 * Null when the viewer may grant or end that duty: a role not above their own, at a place of theirs. `place` is where
 * the duty is held, with all that it lies in. One and the same duty of the viewer must allow both: a district cadre's
 * rank is not lent to the community that they also look after.
 */
export function refusalToGrant(viewer: Viewer, duty: Duty, place: Target): Refusal | null {
  const kinds = PLACES[duty.role];
  if (kinds.length === 0) return 'DUTY_BEYOND_REACH';
  const kind = placeKindOf(duty);
  if (kind === undefined || !kinds.includes(kind)) return 'DUTY_NEEDS_PLACE';
  const root = duty.role !== 'DISTRICT_CADRE' || place.areaLineage?.length === 1;
  if (!root) return 'DUTY_NEEDS_PLACE';
  const allowed = viewer.duties.some(
    (own) =>
      RANK[own.role] >= RANK[duty.role] &&
      covers(reachOf({ ...viewer, duties: [own] }, 'MANAGE_ACCOUNTS'), place),
  );
  return allowed ? null : 'DUTY_BEYOND_REACH';
}
