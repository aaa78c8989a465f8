import type { AbilityLevel, AssessmentLineFragment } from '../../gql/graphql';
import { addDays } from '../../kit/days';

export type Assessment = AssessmentLineFragment;

/** The least loss first. */
export const LEVELS: readonly AbilityLevel[] = [
  'ABLE',
  'MILD_LOSS',
  'MODERATE_LOSS',
  'SEVERE_LOSS',
  'TOTAL_LOSS',
];

/** The one that counts on a day: the file has the latest first. */
export const inForce = (file: readonly Assessment[], day: string): Assessment | undefined =>
  file.find(({ assessedOn }) => assessedOn <= day);

export type Standing = 'HOLDS' | 'ENDS_SOON' | 'OVER' | 'REPLACED';

const SOON_DAYS = 30;

/** How one of the file stands today. */
export function standingOf(one: Assessment, file: readonly Assessment[], today: string): Standing {
  if (inForce(file, today)?.id !== one.id) return 'REPLACED';
  if (one.validUntil < today) return 'OVER';
  return one.validUntil <= addDays(today, SOON_DAYS) ? 'ENDS_SOON' : 'HOLDS';
}

const YEARS_AT_MOST_DAYS = 5 * 366;

/** As the house has it: from its day on, and no longer than five years. */
export const isRightSpan = (assessedOn: string, validUntil: string): boolean =>
  assessedOn <= validUntil && validUntil <= addDays(assessedOn, YEARS_AT_MOST_DAYS);
