import type { AreaId } from '../../access/index.js';
import type { CareNeed } from '../../organisation/people/index.js';

/** 服務對象 Who may book a service. Null and empty mean no bound; of several needs, one is enough. */
export interface Eligibility {
  readonly minAge: number | null;
  readonly careNeeds: readonly CareNeed[];
  readonly residentAreaId: AreaId | null;
}

/** What counts of a person on the day of the session, not on the day of booking. */
export interface Standing {
  /** In whole years. */
  readonly age: number;
  readonly needs: readonly CareNeed[];
  /** From the district down to the building they live in. */
  readonly homeLineage: readonly AreaId[];
}

/** The bound that a person does not meet; undefined when they meet all. */
export type UnmetBound = 'AGE' | 'CARE_NEED' | 'AREA';

export function unmetBound(bounds: Eligibility, person: Standing): UnmetBound | undefined {
  const { minAge, careNeeds, residentAreaId } = bounds;
  if (minAge !== null && person.age < minAge) return 'AGE';
  if (careNeeds.length > 0 && !careNeeds.some((need) => person.needs.includes(need))) return 'CARE_NEED';
  if (residentAreaId !== null && !person.homeLineage.includes(residentAreaId)) return 'AREA';
  return undefined;
}
