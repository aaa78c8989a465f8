import type { Refusal } from '@linli/domain/refusals';
import type { UnmetBound } from '@linli/domain/services/bookings';
import type { Formats } from '@linli/i18n';
import { type CommonKey, type CommonTranslate, refusalKey } from '@linli/i18n/common';

type Details = Readonly<Record<string, string | number>>;

/** What a mutation answers when it says no. */
export interface Refused {
  readonly __typename?: 'Refused';
  readonly code: Refusal;
  readonly details: Details;
}

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && '__typename' in answer && answer.__typename === 'Refused';

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT/;

function told(name: string, value: string | number, format: Formats): string | number {
  if (name.endsWith('Fen') && typeof value === 'number') return format.money(value);
  if (typeof value !== 'string') return value;
  if (DAY.test(value)) return format.day(value);
  return MOMENT.test(value) ? format.dateTime(value) : value;
}

const conditions: Readonly<Record<UnmetBound, CommonKey>> = {
  AGE: 'eligibility.age',
  CARE_NEED: 'eligibility.careNeed',
  AREA: 'eligibility.area',
};

/** For whom it is, where this person is not among them: 「限 60 歲及以上」. Undefined when it is another refusal. */
export function conditionOf(
  { code, details }: Pick<Refused, 'code' | 'details'>,
  t: CommonTranslate,
): string | undefined {
  const { bound, minAge = '', careNeeds = '' } = details;
  if (code !== 'NOT_ELIGIBLE' || !isBound(bound)) return undefined;
  const needs = String(careNeeds)
    .split(' ')
    .filter(Boolean)
    .map((need) => t(`CareNeed.${need}` as CommonKey))
    .join(t('common.listComma'));
  return t(conditions[bound], { minAge, needs });
}

const isBound = (bound: string | number | undefined): bound is UnmetBound =>
  bound !== undefined && bound in conditions;

/**
 * Why not, in the reader's words. With `format`, days, moments and amounts (`…Fen`) among the details are told as such. Of
 * several days that are taken in one act the first that cannot be had is named (`onDay`).
 */
export function refusalMessage(refused: Refused, t: CommonTranslate, format?: Formats): string {
  const { onDay } = refused.details;
  const reason = reasonOf(refused, t, format);
  return typeof onDay === 'string' && format
    ? t('refused.onDay', { day: format.day(onDay), reason })
    : reason;
}

function reasonOf({ code, details }: Refused, t: CommonTranslate, format?: Formats): string {
  const condition = conditionOf({ code, details }, t);
  if (condition !== undefined) return t('eligibility.unmet', { condition });
  const entries = Object.entries(details);
  const values = format
    ? entries.map(([name, value]) => [name, told(name, value, format)] as const)
    : entries;
  return t(refusalKey(code), Object.fromEntries(values));
}
