import { coverageRate } from '../organisation/structure/index.js';

/** Below this a rate says more about single ones than about the whole. Source: domain/screens, Privacy. */
export const LEAST_DENOMINATOR = 5;

/** A rate as a wall may show it: 0 to 1, or null where there are fewer than five to be a rate of. */
export const shownRate = (part: number, whole: number): number | null =>
  whole < LEAST_DENOMINATOR ? null : coverageRate(part, whole);

/** Where a colour of the coverage map begins, from the second on. Fixed: a colour means the same on every wall. */
export const COVERAGE_STEPS = [0.8, 0.85, 0.9, 0.95] as const;

/** Which of the five colours a rate has, 0 the lowest. */
export const coverageStep = (rate: number): number => COVERAGE_STEPS.filter((from) => rate >= from).length;
