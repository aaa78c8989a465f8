import type { DeskIconName } from '@linli/ui/desk';
import type { Channel, SessionCountsFragment, ServiceCategory } from '../../gql/graphql';
import type { Words } from '../../kit/words';

export const channelIcons: Record<Channel, DeskIconName> = {
  APP: 'smartphone',
  COUNTER: 'store',
  PHONE: 'phone',
  CARER: 'users',
  STANDING_ORDER: 'repeat',
};

const categoryIcons: Record<ServiceCategory, DeskIconName> = {
  MEAL: 'utensils',
  DAY_CARE: 'sun',
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

type Shown = Pick<SessionCountsFragment, 'title' | 'startsAt'> & {
  readonly service: Pick<SessionCountsFragment['service'], 'meal' | 'way' | 'category'>;
};

export const sessionIcon = ({ service }: Shown): DeskIconName =>
  service.way === 'DELIVERY' ? 'bike' : categoryIcons[service.category];

/** 午餐，堂食; or 15:00 量血壓. */
export const sessionName = ({ t, format }: Words, { service, title, startsAt }: Shown): string =>
  service.meal && service.way
    ? t('console.session.meal', { meal: t(`Meal.${service.meal}`), way: t(`MealWay.${service.way}`) })
    : `${format.time(startsAt)} ${title}`;
