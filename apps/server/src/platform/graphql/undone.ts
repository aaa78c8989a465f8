import type { Refused } from './refused.js';

/** Thrown inside a transaction: undoes all of it, and says why. */
export class Undone extends Error {
  constructor(readonly why: Refused) {
    super(why.code);
  }
}

/** What the work gives, or why it was undone. */
export const orWhyNot = <Result>(work: Promise<Result>): Promise<Result | Refused> =>
  work.catch((error: unknown) => {
    if (error instanceof Undone) return error.why;
    throw error;
  });
