import type { Refusal } from '@linli/domain/refusals';
import type { Formats } from '@linli/i18n';
import { type CommonTranslate, refusalKey } from '@linli/i18n/common';

/** What a mutation answers when it says no. */
export interface Refused {
  readonly __typename?: 'Refused';
  readonly code: Refusal;
  readonly details: Readonly<Record<string, string | number>>;
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

/** Why not, in the reader's words. With `format`, days, moments and amounts (`…Fen`) among the details are told as such. */
export function refusalMessage({ code, details }: Refused, t: CommonTranslate, format?: Formats): string {
  const entries = Object.entries(details);
  const values = format
    ? entries.map(([name, value]) => [name, told(name, value, format)] as const)
    : entries;
  return t(refusalKey(code), Object.fromEntries(values));
}
