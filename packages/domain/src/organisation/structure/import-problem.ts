import { type EnumOf, enumOf } from '../../base/index.js';
import { type ImportTemplate, templateColumns } from './import-template.js';

export const ImportProblemCode = enumOf(
  'MISSING_COLUMN',
  'MISSING_VALUE',
  'BAD_CODE',
  'DUPLICATE_CODE',
  'UNKNOWN_PARENT',
  'WRONG_PARENT',
  'BAD_KIND',
  'BAD_DATE',
  'DATES_REVERSED',
  'NAME_TOO_LONG',
  'FORBIDDEN_CHARACTER',
  'TOO_MANY_COLUMNS',
  'KIND_DOES_NOT_FIT_PARENT',
  'CYCLE',
  'HAS_OPEN_CHILDREN',
);
export type ImportProblemCode = EnumOf<typeof ImportProblemCode>;

/** What is wrong with one cell. `hint` is what would fit, or what stands in the way: a code, a day, a kind. */
export interface ImportProblem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: ImportProblemCode;
  readonly hint: string | null;
}

const LONGEST_VALUE = 60;
// What cannot be seen, or turns the text around it, is shown as a box.
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

export const problem = (
  row: number,
  column: string,
  value: string,
  code: ImportProblemCode,
  hint: string | null = null,
): ImportProblem => ({
  row,
  column,
  value: value.slice(0, LONGEST_VALUE).replace(UNSHOWN, '\ufffd'),
  code,
  hint,
});

/** As one reads a sheet: row by row, and in a row from left to right. */
export const inSheetOrder = (
  template: ImportTemplate,
  problems: readonly ImportProblem[],
): ImportProblem[] => {
  const place = ({ column }: ImportProblem) => templateColumns[template].indexOf(column);
  return problems.toSorted((a, b) => a.row - b.row || place(a) - place(b));
};
