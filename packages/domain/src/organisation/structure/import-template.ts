import { type EnumOf, enumOf } from '../../base/index.js';

/** 導入模板 Which columns a file has. */
export const ImportTemplate = enumOf('DIVISIONS', 'AREAS');
export type ImportTemplate = EnumOf<typeof ImportTemplate>;

export const templateColumns: Readonly<Record<ImportTemplate, readonly string[]>> = {
  DIVISIONS: ['code', 'name', 'parentCode'],
  AREAS: ['code', 'name', 'parentCode', 'kind', 'validFrom', 'validTo'],
};

/** A file of more rows, the heading not counted, is not one district's. */
export const MOST_ROWS = 20_000;

/** Bytes of the largest file. */
export const LARGEST_FILE = 2 * 1024 * 1024;

const sameColumns = (heading: readonly string[], template: ImportTemplate): boolean => {
  const columns = templateColumns[template];
  return heading.length === columns.length && columns.every((column) => heading.includes(column));
};

/** Is this heading that of another template, or of none at all? Then rows are not worth reading. */
export function isWrongTemplate(heading: readonly string[], template: ImportTemplate): boolean {
  if (sameColumns(heading, template)) return false;
  if (sameColumns(heading, 'DIVISIONS') || sameColumns(heading, 'AREAS')) return true;
  return !heading.some((column) => templateColumns[template].includes(column));
}
