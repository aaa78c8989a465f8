import type { IconName } from '@linli/ui';
import type { ServiceCategory } from '../../gql/graphql';

/** In the order in which they are most asked for. */
export const CATEGORIES: readonly ServiceCategory[] = [
  ...(['HEALTH_CHECK', 'HAIRCUT', 'CLASS', 'ACTIVITY', 'BATHING', 'ESCORT'] as const),
  ...(['DAY_CARE', 'LEGAL', 'REPAIR', 'VENUE', 'CHILDCARE', 'MEAL'] as const),
];

export const CATEGORY_ICONS: Readonly<Record<ServiceCategory, IconName>> = {
  MEAL: 'utensils',
  DAY_CARE: 'house',
  BATHING: 'bath',
  HAIRCUT: 'scissors',
  HEALTH_CHECK: 'heart-pulse',
  ESCORT: 'hand-helping',
  CHILDCARE: 'users',
  CLASS: 'graduation-cap',
  ACTIVITY: 'calendar-heart',
  LEGAL: 'scale',
  REPAIR: 'wrench',
  VENUE: 'door-open',
};
