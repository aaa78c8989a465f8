import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';

export const TERMS = ['MONTH', 'HALF_YEAR', 'YEAR'] as const;
export type Term = (typeof TERMS)[number];

const DAYS: Readonly<Record<Term, number>> = { MONTH: 30, HALF_YEAR: 182, YEAR: 365 };

/** The last day of a term that begins now. */
export const untilOf = (term: Term, now: Date): PlainDate => addDays(plainDateOf(now), DAYS[term]);
