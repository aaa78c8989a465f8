import type { PlainDate } from '../../base/index.js';

/**
 * Age in whole years on a day, as the subsidy programmes count it: a year is full on the birthday itself; born on
 * 29 February, on 1 March of the years that have none. Never negative.
 */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const [birthYear, birthday] = [Number(birthDate.slice(0, 4)), birthDate.slice(5)];
  const years = Number(day.slice(0, 4)) - birthYear;
  return Math.max(0, day.slice(5) < birthday ? years - 1 : years);
}
