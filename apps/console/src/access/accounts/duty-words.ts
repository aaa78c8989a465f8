import type { PlaceOfDutyFragment, Role } from '../../gql/graphql';
import type { Words } from '../../kit/words';

export type PlaceKind = 'area' | 'organisation' | 'centre';

/** Where a role can be held. */
export const PLACES_OF_ROLE: Partial<Record<Role, readonly PlaceKind[]>> = {
  DISTRICT_CADRE: ['area'],
  TOWN_CADRE: ['area'],
  COMMUNITY_CADRE: ['area'],
  BRANCH_SECRETARY: ['organisation', 'area'],
  GRID_LEAD: ['area'],
  BUILDING_LEAD: ['area'],
  CENTRE_STAFF: ['centre'],
  KITCHEN: ['centre'],
  DELIVERY_VOLUNTEER: ['centre'],
  HOME_WORKER: ['centre'],
};

export const ROLES = Object.keys(PLACES_OF_ROLE) as readonly Role[];

export const placeOf = ({ area, organisation, centre }: PlaceOfDutyFragment): string =>
  area?.name ?? organisation?.name ?? centre?.name ?? '';

export const isOver = ({ to }: Pick<PlaceOfDutyFragment, 'to'>, today: string): boolean =>
  to !== null && to < today;

/** 中心工作人員，沙北街道鄰里中心 */
export const dutyInWords = ({ t }: Pick<Words, 't'>, duty: PlaceOfDutyFragment): string =>
  [t(`Role.${duty.role}`), placeOf(duty)].filter(Boolean).join(t('console.comma'));
