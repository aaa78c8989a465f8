import type { Face } from '@linli/domain/access';
import type { Caller, Visit } from '../graphql/index.js';

/** Somebody who called before, as they were then, and what a statement is given to see that they still are. */
export interface Recognised {
  readonly visit: Visit;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * How a statement knows who calls. Whoever was identified is remembered, but never trusted: the statement itself asks
 * again whether their session holds and gives them the same duties, and has no row where not.
 */
export interface Recognition {
  readonly recognise: (caller: Caller) => Promise<Recognised | undefined>;
  /** One row, in brackets, for whoever is still who they were: parameters of `Recognised`. */
  readonly text: (face: Face) => string;
  /** Told what came of it: the columns of that row, or none for somebody who is not who they were. */
  readonly found: (recognised: Recognised, columns: readonly unknown[] | undefined) => Promise<void>;
}
