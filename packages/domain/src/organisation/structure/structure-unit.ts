import type { PlainDate } from '../../base/index.js';
import type { AreaKind } from './area-kinds.js';

/** An area as files speak of it: by code, because names repeat. */
export interface StructureUnit {
  readonly code: string;
  readonly kind: AreaKind;
  /** The official, Simplified name. */
  readonly officialName: string;
  readonly parentCode: string | null;
  /** First day in force; null: before records. */
  readonly validFrom: PlainDate | null;
  /** Last day in force. */
  readonly validTo: PlainDate | null;
}

/** One row of a file; `row` counts as a spreadsheet does, the heading being row 1. */
export interface FileUnit extends StructureUnit {
  readonly row: number;
}
