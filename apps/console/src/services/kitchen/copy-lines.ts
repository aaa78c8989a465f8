import type { CopiedFragment, CopyOutcome } from '../../gql/graphql';

export type CopyLine = CopiedFragment['lines'][number];

export interface CopySum {
  /** How many menus it would write. */
  readonly written: number;
  readonly counts: Readonly<Record<CopyOutcome, number>>;
}

/** What copying would do, in figures: what is there and different is left alone unless told otherwise. */
export function sumOf(lines: readonly CopyLine[], overwrite: boolean): CopySum {
  const counted = (outcome: CopyOutcome) => lines.filter((line) => line.outcome === outcome).length;
  const counts = {
    NEW: counted('NEW'),
    SAME: counted('SAME'),
    OVERWRITES: counted('OVERWRITES'),
    FROZEN: counted('FROZEN'),
  };
  return { counts, written: counts.NEW + (overwrite ? counts.OVERWRITES : 0) };
}

/** Is the menu that stands there left as it is? */
export const isSkipped = ({ outcome }: CopyLine, overwrite: boolean): boolean =>
  outcome === 'OVERWRITES' && !overwrite;
