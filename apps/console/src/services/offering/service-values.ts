import type {
  CareNeed,
  Meal,
  MealWay,
  SaveServiceInput,
  ServiceCategory,
  WholeServiceFragment,
} from '../../gql/graphql';
import type { Faults } from '../../kit/form';
import type { Say } from '../../kit/words';
import { fenOf, minutesIn, spanOf, type Unit, yuanOf } from './policy-words';

/** The form of a service, as it is written: amounts in yuan, spans in a unit of one's choice. */
export interface ServiceValues {
  category: ServiceCategory;
  name: string;
  description: string;
  place: string;
  meal: Meal | '';
  way: MealWay | '';
  price: string;
  minAge: string;
  careNeeds: CareNeed[];
  opensDaysAhead: string;
  cutOff: { count: number; unit: Unit };
  cancel: { count: number; unit: Unit };
  weeklyQuota: string;
  walkIn: boolean;
  followsCalendar: boolean;
  active: boolean;
}

const NEW: ServiceValues = {
  category: 'ACTIVITY',
  name: '',
  description: '',
  place: '',
  meal: '',
  way: '',
  price: '0',
  minAge: '',
  careNeeds: [],
  opensDaysAhead: '7',
  cutOff: { count: 1, unit: 'hours' },
  cancel: { count: 1, unit: 'hours' },
  weeklyQuota: '',
  walkIn: true,
  followsCalendar: true,
  active: true,
};

export function valuesOf(service: WholeServiceFragment | undefined): ServiceValues {
  if (!service) return NEW;
  const { category, name, description, place, meal, way, priceFen, eligibility, policy, active } = service;
  return {
    ...{ category, name, description, place, active },
    meal: meal ?? '',
    way: way ?? '',
    price: yuanOf(priceFen),
    minAge: eligibility.minAge === null ? '' : String(eligibility.minAge),
    careNeeds: eligibility.careNeeds,
    opensDaysAhead: String(policy.opensDaysAhead),
    cutOff: spanOf(policy.cutOffMinutes),
    cancel: spanOf(policy.cancelMinutes),
    weeklyQuota: policy.weeklyQuota === null ? '' : String(policy.weeklyQuota),
    walkIn: policy.walkIn,
    followsCalendar: policy.followsCalendar,
  };
}

export function inputOf(values: ServiceValues, id: string, centreId: string): SaveServiceInput {
  const isMeal = values.category === 'MEAL';
  return {
    id,
    centreId,
    category: values.category,
    name: values.name.trim(),
    description: values.description.trim(),
    place: values.place.trim(),
    meal: isMeal && values.meal ? values.meal : null,
    way: isMeal && values.way ? values.way : null,
    priceFen: fenOf(values.price) ?? 0,
    minAge: values.minAge ? Number(values.minAge) : null,
    careNeeds: values.careNeeds,
    opensDaysAhead: Number(values.opensDaysAhead),
    cutOffMinutes: minutesIn(values.cutOff.count, values.cutOff.unit),
    cancelMinutes: minutesIn(values.cancel.count, values.cancel.unit),
    weeklyQuota: values.weeklyQuota ? Number(values.weeklyQuota) : null,
    walkIn: values.walkIn,
    followsCalendar: values.followsCalendar,
    active: values.active,
  };
}

const DAY_MINUTES = 1440;
const LONGEST_SPAN = 31 * DAY_MINUTES;

const whole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** What the server would refuse, said at the field. */
export function faultsOf(t: Say, values: ServiceValues): Faults<ServiceValues> {
  const empty = t('issue.invalid_type');
  const needed = (['name', 'place', 'description'] as const).filter((key) => !values[key].trim());
  const isMeal = values.category === 'MEAL';
  const span = ({ count, unit }: ServiceValues['cutOff']) => minutesIn(count, unit);
  const range = (from: number, to: number) => t('console.services.between', { from, to });
  const opens = whole(values.opensDaysAhead, 0, 90);
  const early = opens && span(values.cutOff) >= (Number(values.opensDaysAhead) + 1) * DAY_MINUTES;
  const long = t('console.services.spanLong');
  return {
    ...Object.fromEntries(needed.map((key) => [key, empty])),
    ...(fenOf(values.price) === undefined && { price: t('console.services.priceWrong') }),
    ...(isMeal && !values.meal && { meal: empty }),
    ...(isMeal && !values.way && { way: empty }),
    ...(values.minAge && !whole(values.minAge, 0, 120) && { minAge: range(0, 120) }),
    ...(values.weeklyQuota && !whole(values.weeklyQuota, 1, 99) && { weeklyQuota: range(1, 99) }),
    ...(!opens && { opensDaysAhead: range(0, 90) }),
    ...(span(values.cutOff) > LONGEST_SPAN
      ? { cutOff: long }
      : early && { cutOff: t('console.services.closesEarly') }),
    ...(span(values.cancel) > LONGEST_SPAN && { cancel: long }),
  };
}
