import type {
  BookedAs,
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
  bookedAs: BookedAs;
  needsAssessment: boolean;
  meal: Meal | '';
  way: MealWay | '';
  price: string;
  minAge: string;
  careNeeds: CareNeed[];
  opensDaysAhead: string;
  cutOff: { count: number; unit: Unit };
  cancel: { count: number; unit: Unit };
  weeklyQuota: string;
  monthlyQuota: string;
  needsApproval: boolean;
  atHome: boolean;
  waitlist: boolean;
  hold: { count: number; unit: Unit };
  restBefore: string;
  restAfter: string;
  turnaround: string;
  noShowLimit: string;
  noShowDays: string;
  counterOnlyDays: string;
  noShowExempt: CareNeed[];
  walkIn: boolean;
  followsCalendar: boolean;
  active: boolean;
}

/** What holds where a service does not say (the domain's HOLD_MINUTES and NO_SHOWS; a test compares). */
export const USUAL = {
  ...{ holdMinutes: 60, noShowLimit: 3, noShowDays: 90, counterOnlyDays: 30 },
  noShowExempt: ['DISABLED_FULLY'] as CareNeed[],
};

/** Nothing follows where meals are served. */
export const usualLimitOf = (category: ServiceCategory): string =>
  category === 'MEAL' ? '' : String(USUAL.noShowLimit);

/** What each kind usually is: a class is joined whole, day care is taken for days on end and wants an assessment. */
export const usualWayOf = (
  category: ServiceCategory,
): Pick<ServiceValues, 'bookedAs' | 'needsAssessment'> => ({
  bookedAs: category === 'CLASS' ? 'SERIES' : category === 'DAY_CARE' ? 'RANGE' : 'SESSION',
  needsAssessment: category === 'DAY_CARE',
});

const NEW: ServiceValues = {
  category: 'ACTIVITY',
  ...usualWayOf('ACTIVITY'),
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
  monthlyQuota: '',
  needsApproval: false,
  atHome: false,
  waitlist: false,
  hold: spanOf(USUAL.holdMinutes),
  restBefore: '0',
  restAfter: '0',
  turnaround: '0',
  noShowLimit: usualLimitOf('ACTIVITY'),
  noShowDays: String(USUAL.noShowDays),
  counterOnlyDays: String(USUAL.counterOnlyDays),
  noShowExempt: USUAL.noShowExempt,
  walkIn: true,
  followsCalendar: true,
  active: true,
};

const numberOrNothing = (number: number | null): string => (number === null ? '' : String(number));
const numberOrNull = (text: string): number | null => (text ? Number(text) : null);

export function valuesOf(service: WholeServiceFragment | undefined): ServiceValues {
  if (!service) return NEW;
  const { category, name, description, place, meal, way, priceFen, eligibility, policy, active } = service;
  return {
    ...{ category, name, description, place, active },
    bookedAs: service.bookedAs,
    needsAssessment: service.needsAssessment,
    meal: meal ?? '',
    way: way ?? '',
    price: yuanOf(priceFen),
    minAge: numberOrNothing(eligibility.minAge),
    careNeeds: eligibility.careNeeds,
    opensDaysAhead: String(policy.opensDaysAhead),
    cutOff: spanOf(policy.cutOffMinutes),
    cancel: spanOf(policy.cancelMinutes),
    weeklyQuota: numberOrNothing(policy.weeklyQuota),
    monthlyQuota: numberOrNothing(policy.monthlyQuota),
    needsApproval: policy.needsApproval,
    atHome: policy.atHome,
    waitlist: policy.waitlist,
    hold: spanOf(policy.holdMinutes),
    restBefore: String(policy.restBeforeMinutes),
    restAfter: String(policy.restAfterMinutes),
    turnaround: String(policy.turnaroundMinutes),
    noShowLimit: numberOrNothing(policy.noShowLimit),
    noShowDays: String(policy.noShowDays),
    counterOnlyDays: String(policy.counterOnlyDays),
    noShowExempt: policy.noShowExempt,
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
    bookedAs: isMeal ? 'SESSION' : values.bookedAs,
    needsAssessment: !isMeal && values.needsAssessment,
    meal: isMeal && values.meal ? values.meal : null,
    way: isMeal && values.way ? values.way : null,
    priceFen: fenOf(values.price) ?? 0,
    minAge: numberOrNull(values.minAge),
    careNeeds: values.careNeeds,
    opensDaysAhead: Number(values.opensDaysAhead),
    cutOffMinutes: minutesIn(values.cutOff.count, values.cutOff.unit),
    cancelMinutes: minutesIn(values.cancel.count, values.cancel.unit),
    weeklyQuota: numberOrNull(values.weeklyQuota),
    monthlyQuota: numberOrNull(values.monthlyQuota),
    needsApproval: values.needsApproval,
    atHome: !isMeal && values.atHome,
    waitlist: values.waitlist,
    holdMinutes: minutesIn(values.hold.count, values.hold.unit),
    restBeforeMinutes: Number(values.restBefore),
    restAfterMinutes: Number(values.restAfter),
    turnaroundMinutes: Number(values.turnaround),
    noShowLimit: numberOrNull(values.noShowLimit),
    noShowDays: Number(values.noShowDays),
    counterOnlyDays: Number(values.counterOnlyDays),
    noShowExempt: values.noShowExempt,
    walkIn: values.walkIn,
    followsCalendar: values.followsCalendar,
    active: values.active,
  };
}

const DAY_MINUTES = 1440;
const LONGEST_SPAN = 31 * DAY_MINUTES;
const SHORTEST_HOLD = 5;

type Numbered = Extract<keyof ServiceValues, keyof typeof BOUNDS>;
/** From, to, and whether it may be left empty: what the domain takes (`saveServiceInput`). */
const BOUNDS = {
  weeklyQuota: [1, 99, true],
  monthlyQuota: [1, 99, true],
  restBefore: [0, 480, false],
  restAfter: [0, 480, false],
  turnaround: [0, 480, false],
  noShowLimit: [1, 99, true],
  noShowDays: [1, 366, false],
  counterOnlyDays: [1, 366, false],
} as const;

const whole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

function faultsOfNumbers(
  values: ServiceValues,
  range: (from: number, to: number) => string,
): Faults<ServiceValues> {
  const keys = Object.keys(BOUNDS) as Numbered[];
  const wrong = keys.filter((key) => {
    const [from, to, optional] = BOUNDS[key];
    return !(optional && values[key] === '') && !whole(values[key], from, to);
  });
  return Object.fromEntries(wrong.map((key) => [key, range(BOUNDS[key][0], BOUNDS[key][1])]));
}

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
    ...faultsOfNumbers(values, range),
    ...(!opens && { opensDaysAhead: range(0, 90) }),
    ...(span(values.cutOff) > LONGEST_SPAN
      ? { cutOff: long }
      : early && { cutOff: t('console.services.closesEarly') }),
    ...(span(values.cancel) > LONGEST_SPAN && { cancel: long }),
    ...(span(values.hold) > LONGEST_SPAN
      ? { hold: long }
      : span(values.hold) < SHORTEST_HOLD && { hold: t('console.services.holdShort') }),
  };
}
