import type { WholeServiceFragment } from '../../gql/graphql';
import type { Say, Words } from '../../kit/words';

type Policy = WholeServiceFragment['policy'];
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

const before = (t: Say, minutes: number): string => {
  const { count, unit } = spanOf(minutes);
  return minutes === 0 ? t('console.policy.atStart') : t(`console.policy.before.${unit}`, { count });
};

/** How a service can be booked, as one would say it at the counter. */
export function policyInWords({ t }: Pick<Words, 't'>, policy: Policy): string {
  return [
    t('console.policy.opens', { count: policy.opensDaysAhead }),
    t('console.policy.cutOff', { when: before(t, policy.cutOffMinutes) }),
    t('console.policy.cancel', { when: before(t, policy.cancelMinutes) }),
    policy.weeklyQuota === null
      ? t('console.policy.noQuota')
      : t('console.policy.quota', { count: policy.weeklyQuota }),
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
