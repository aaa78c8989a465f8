import { line, plainDate, type PlainDate } from '../../base/index.js';
import { AreaKind, DIVISION_KINDS } from './area-kinds.js';
import { kindOfDivision, looksLikeDivision, parentOfDivision } from './division-code.js';
import { type ImportProblem, problem } from './import-problem.js';
import { type ImportTemplate, templateColumns } from './import-template.js';
import type { FileUnit } from './structure-unit.js';

const LONGEST_NAME = 60;
const name = line(LONGEST_NAME);
const AREA_CODE = /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/;

export interface ReadRows {
  /** The rows that could be read whole. */
  readonly units: readonly FileUnit[];
  /** The other rows: they too speak of a unit, where their code can be read. */
  readonly misread: readonly MisreadRow[];
  readonly problems: readonly ImportProblem[];
  /** Rows that hold anything, the heading not counted. */
  readonly rows: number;
}

/** `code` is null where it cannot be read: the row may then speak of any unit. */
export interface MisreadRow {
  readonly row: number;
  readonly code: string | null;
}

type Cells = Readonly<Record<string, string>>;
type Report = (column: string, code: ImportProblem['code'], hint?: string | null) => void;

/** The rows of a file as units, and what is wrong with the others. Empty rows count as rows of the sheet, no more. */
export function readRows(template: ImportTemplate, records: readonly (readonly string[])[]): ReadRows {
  const heading = (records[0] ?? []).map((cell) => cell.trim());
  const { problems, isReadable } = problemsOfHeading(template, heading);
  if (!isReadable) return { units: [], misread: [], problems, rows: records.length - 1 };

  const units: FileUnit[] = [];
  const misread: MisreadRow[] = [];
  let rows = 0;
  records.forEach((record, i) => {
    if (i === 0 || record.every((cell) => cell.trim() === '')) return;
    rows += 1;
    const read = readRow(template, heading, record, i + 1);
    if (!Array.isArray(read)) {
      units.push(read);
      return;
    }
    problems.push(...read);
    const code = (record[heading.indexOf('code')] ?? '').trim();
    misread.push({ row: i + 1, code: read.some(({ column }) => column === 'code') ? null : code });
  });
  return { units, misread, problems, rows };
}

/** Under a heading that lacks a column, or has one twice, no row can be read; one column too many spoils none. */
function problemsOfHeading(
  template: ImportTemplate,
  heading: readonly string[],
): { problems: ImportProblem[]; isReadable: boolean } {
  const columns = templateColumns[template];
  const missing = columns
    .filter((column) => !heading.includes(column))
    .map((column) => problem(1, column, '', 'MISSING_COLUMN'));
  const foreign = heading
    .filter((column, i) => !columns.includes(column) || heading.indexOf(column) !== i)
    .map((column) => problem(1, column.slice(0, 20), column, 'TOO_MANY_COLUMNS', columns.join(',')));
  const isReadable = missing.length === 0 && new Set(heading).size === heading.length;
  return { problems: [...missing, ...foreign], isReadable };
}

function readRow(
  template: ImportTemplate,
  heading: readonly string[],
  record: readonly string[],
  row: number,
): FileUnit | ImportProblem[] {
  const cells: Cells = Object.fromEntries(heading.map((column, i) => [column, (record[i] ?? '').trim()]));
  const problems: ImportProblem[] = [];
  const report: Report = (column, code, hint = null) => {
    problems.push(problem(row, column, cells[column] ?? '', code, hint));
  };

  const surplus = record.slice(heading.length).find((cell) => cell.trim() !== '');
  if (surplus !== undefined) {
    problems.push(problem(row, heading.at(-1) ?? '', surplus, 'TOO_MANY_COLUMNS', String(heading.length)));
  }
  const kind = template === 'DIVISIONS' ? divisionKind(cells, report) : areaKind(cells, report);
  const officialName = readName(cells, report);
  const validFrom = readDate('validFrom', cells, report);
  const validTo = readDate('validTo', cells, report);
  if (validFrom && validTo && validTo < validFrom) report('validTo', 'DATES_REVERSED', validFrom);

  if (problems.length > 0 || kind === undefined) return problems;
  return {
    row,
    code: cells.code ?? '',
    kind,
    officialName,
    parentCode: kind === 'DISTRICT' ? null : (cells.parentCode ?? null),
    validFrom,
    validTo,
  };
}

function divisionKind({ code = '', parentCode = '' }: Cells, report: Report): AreaKind | undefined {
  const kind = kindOfDivision(code);
  const parent = parentOfDivision(code);
  if (kind === undefined) report('code', code === '' ? 'MISSING_VALUE' : 'BAD_CODE');
  // A district's own parent, the city, is not of this file: it may be named or not.
  else if (kind !== 'DISTRICT' && parentCode !== parent) {
    report('parentCode', parentCode === '' ? 'MISSING_VALUE' : 'WRONG_PARENT', parent);
  }
  return kind;
}

function areaKind(
  { code = '', parentCode = '', kind: text = '' }: Cells,
  report: Report,
): AreaKind | undefined {
  if (parentCode === '') report('parentCode', 'MISSING_VALUE');
  const kind = importedKinds.find((each) => each === text);
  if (kind === undefined) report('kind', text === '' ? 'MISSING_VALUE' : 'BAD_KIND');
  if (code === '') report('code', 'MISSING_VALUE');
  else if (kind !== undefined && !codeFits(code, kind)) report('code', 'BAD_CODE');
  else if (looksLikeDivision(code) && parentCode !== '' && parentCode !== parentOfDivision(code)) {
    report('parentCode', 'WRONG_PARENT', parentOfDivision(code));
  }
  return kind;
}

// The district comes with the file of divisions.
const importedKinds = Object.values(AreaKind).filter((kind) => kind !== 'DISTRICT');

/** Divisions have the code that the state gave them, other areas any other. */
const codeFits = (code: string, kind: AreaKind): boolean =>
  DIVISION_KINDS.includes(kind)
    ? kindOfDivision(code) === kind
    : AREA_CODE.test(code) && !looksLikeDivision(code);

function readName({ name: text = '' }: Cells, report: Report): string {
  const { data } = name.safeParse(text);
  if (data !== undefined) return data;
  report(
    'name',
    text === '' ? 'MISSING_VALUE' : text.length > LONGEST_NAME ? 'NAME_TOO_LONG' : 'FORBIDDEN_CHARACTER',
  );
  return '';
}

function readDate(column: string, cells: Cells, report: Report): PlainDate | null {
  const text = cells[column] ?? '';
  if (text === '') return null;
  const { data } = plainDate.safeParse(text);
  if (data === undefined) report(column, 'BAD_DATE');
  return data ?? null;
}
