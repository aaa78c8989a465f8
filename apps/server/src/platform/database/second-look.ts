import { isExclusionViolation, isUniqueViolation } from './statement.js';

/** Another act may win the id, the place or what is taken in between; the second look then sees it. */
export const secondLook = <Result>(work: () => Promise<Result>): Promise<Result> =>
  work().catch((error: unknown) => {
    if (isUniqueViolation(error) || isExclusionViolation(error)) return work();
    throw error;
  });
