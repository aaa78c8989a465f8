import type { PlainDate } from '../../base/index.js';

/**
 * Age in whole years on a day, as subsidies count it: a year is full on the birthday itself. Born on 29 February, it is
 * full on 1 March of other years (周歲, from the day after in law; programmes count the birthday).
 */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const [birthYear, birthday] = [Number(birthDate.slice(0, 4)), birthDate.slice(5)];
  const years = Number(day.slice(0, 4)) - birthYear;
  return Math.max(0, day.slice(5) < birthday ? years - 1 : years);
}
