import type { WholeServiceFragment } from '../../gql/graphql';
import { minutesOf } from '../../kit/days';
import type { Say, Words } from '../../kit/words';

type Policy = Pick<
  WholeServiceFragment['policy'],
  | 'opensDaysAhead'
  | 'cutOffMinutes'
  | 'cancelMinutes'
  | 'weeklyQuota'
  | 'monthlyQuota'
  | 'walkIn'
  | 'waitlist'
  | 'needsApproval'
  | 'atHome'
  | 'followsCalendar'
> &
  Pick<WholeServiceFragment, 'bookedAs' | 'needsAssessment'>;
type Eligibility = WholeServiceFragment['eligibility'];

export type Unit = 'minutes' | 'hours' | 'days';
export const UNITS: readonly Unit[] = ['minutes', 'hours', 'days'];
const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, days: 1440 };

/** The largest unit that says it in a whole number: 1440 is one day, 90 is ninety minutes. */
export function spanOf(minutes: number): { readonly count: number; readonly unit: Unit } {
  const unit =
    minutes > 0 && minutes % 1440 === 0 ? 'days' : minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes';
  return { count: minutes / MINUTES[unit], unit };
}

export const minutesIn = (count: number, unit: Unit): number => Math.round(count * MINUTES[unit]);

/** 09:30 of the day, 20:00 of the day before: where every session starts at the same hour, people know the hour. */
function clockBefore(
  starts: string,
  minutes: number,
): { readonly daysBefore: number; readonly time: string } {
  const at = minutesOf(starts) - minutes;
  const daysBefore = Math.max(0, Math.ceil(-at / 1440));
  const left = at + daysBefore * 1440;
  return {
    daysBefore,
    time: `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`,
  };
}

function before(t: Say, minutes: number, starts: string | undefined): string {
  if (minutes === 0) return t('console.policy.atStart');
  const { count, unit } = spanOf(minutes);
  if (unit !== 'minutes' || !starts) return t(`console.policy.before.${unit}`, { count });
  const { daysBefore, time } = clockBefore(starts, minutes);
  if (daysBefore === 0) return t('console.policy.sameDay', { time });
  return daysBefore === 1
    ? t('console.policy.dayBefore', { time })
    : t('console.policy.daysBefore', { count: daysBefore, time });
}

const onlyStart = (timetable: readonly { readonly starts: string }[]): string | undefined => {
  const starts = new Set(timetable.map((slot) => slot.starts));
  return starts.size === 1 ? [...starts][0] : undefined;
};

/** How a service can be booked, as one would say it at the counter. */
export function policyInWords(
  { t }: Pick<Words, 't'>,
  policy: Policy,
  timetable: readonly { readonly starts: string }[] = [],
): string {
  const starts = onlyStart(timetable);
  return [
    ...(policy.atHome ? [t('console.policy.atHome')] : []),
    ...(policy.bookedAs === 'SESSION' ? [] : [t(`BookedAs.${policy.bookedAs}`)]),
    t('console.policy.opens', { count: policy.opensDaysAhead }),
    t('console.policy.cutOff', { when: before(t, policy.cutOffMinutes, starts) }),
    t('console.policy.cancel', { when: before(t, policy.cancelMinutes, starts) }),
    ...(policy.weeklyQuota === null && policy.monthlyQuota === null ? [t('console.policy.noQuota')] : []),
    ...(policy.weeklyQuota === null ? [] : [t('console.policy.quota', { count: policy.weeklyQuota })]),
    ...(policy.monthlyQuota === null
      ? []
      : [t('console.policy.monthlyQuota', { count: policy.monthlyQuota })]),
    ...(policy.needsAssessment ? [t('console.policy.needsAssessment')] : []),
    ...(policy.needsApproval ? [t('console.policy.needsApproval')] : []),
    ...(policy.waitlist ? [t('console.policy.waitlist')] : []),
    t(policy.walkIn ? 'console.policy.walkIn' : 'console.policy.noWalkIn'),
    t(policy.followsCalendar ? 'console.policy.rests' : 'console.policy.works'),
  ].join(t('console.comma'));
}

/** Who may book. */
export function eligibilityInWords(
  { t }: Pick<Words, 't'>,
  { minAge, careNeeds, areaName }: Eligibility,
): string {
  const parts = [
    ...(minAge === null ? [] : [t('console.eligibility.minAge', { count: minAge })]),
    ...(careNeeds.length === 0 ? [] : [careNeeds.map((need) => t(`CareNeed.${need}`)).join(t('console.or'))]),
    ...(areaName ? [t('console.eligibility.area', { area: areaName })] : []),
  ];
  return parts.length === 0 ? t('console.eligibility.everyone') : parts.join(t('console.comma'));
}

/** 分 from what someone writes in yuan: 12, 12.5, 12.50; undefined when it is no amount. */
export function fenOf(yuan: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(yuan.trim().replace(/^[¥￥]/, ''));
  if (!match?.[1]) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export const yuanOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
