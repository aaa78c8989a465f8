import { isExclusionViolation, isUniqueViolation } from './statement.js';

/** Three acts of one person at one moment can each lose twice; more than this is no race. */
const LOOKS = 6;

/**
 * Another act may win the id, the place or what is taken in between; the next look then sees it. Several are winners
 * before the last of them, so one more look is not always enough.
 */
export async function secondLook<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let look = 1; ; look += 1) {
    try {
      return await work();
    } catch (error) {
      const isRace = isUniqueViolation(error) || isExclusionViolation(error);
      if (!isRace || look === LOOKS) throw error;
    }
  }
}
