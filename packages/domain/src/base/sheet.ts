import { type PlainDate, plainDate } from './plain-date.js';
import { line } from './text.js';

/** A cell as a spreadsheet gives it: a day is a moment at midnight UTC. */
export type SheetCell = string | number | boolean | Date | null | undefined;
export type SheetRow = readonly SheetCell[];

/** What can be wrong with a cell of any sheet. */
export const SHEET_FAULTS = [
  ...(['MISSING_COLUMN', 'MISSING', 'BAD_DATE', 'UNKNOWN_WORD', 'TOO_LONG', 'FORBIDDEN_CHARACTER'] as const),
] as const;
export type SheetFault = (typeof SHEET_FAULTS)[number];

export interface SheetProblem<Column extends string, Fault extends string> {
  /** As the spreadsheet counts: the first is 1. */
  readonly row: number;
  readonly column: Column;
  readonly fault: Fault | SheetFault;
  readonly value: string;
}

export interface SheetShape<Column extends string> {
  /** What stands above each column, in every language of the house, in lower case. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly needed: readonly Column[];
  /** By which the row of headings is known: a title may stand above it. */
  readonly sign: Column;
}

const HEADING_WITHIN = 5;

/** Reads row after row, and says of every cell that is wrong where it is and why. */
export abstract class SheetReader<Column extends string, Fault extends string> {
  readonly problems: SheetProblem<Column, Fault>[] = [];
  #row = 0;

  readAll(rows: readonly SheetRow[], { columns: words, needed, sign }: SheetShape<Column>): void {
    const heading = rows.slice(0, HEADING_WITHIN).findIndex((row) => columnsIn(row, words).has(sign));
    const columns = columnsIn(rows[Math.max(heading, 0)] ?? [], words);
    this.#row = Math.max(heading, 0) + 1;
    const missing = needed.filter((column) => !columns.has(column));
    for (const column of missing) this.wrong(column, 'MISSING_COLUMN');
    if (missing.length > 0) return;
    rows.slice(heading + 1).forEach((row, index) => {
      this.#row = heading + index + 2;
      this.read((column) => row[columns.get(column) ?? -1]);
    });
  }

  /** As the spreadsheet counts. */
  protected get row(): number {
    return this.#row;
  }

  protected abstract read(cell: (column: Column) => SheetCell): void;

  protected wrong(column: Column, fault: Fault | SheetFault, value = ''): void {
    this.problems.push({ row: this.#row, column, fault, value: value.slice(0, 60) });
  }

  protected one<Value>(
    cell: SheetCell,
    column: Column,
    known: ReadonlyMap<string, Value>,
  ): Value | undefined {
    const value = known.get(wordOf(cell));
    if (value === undefined) this.wrong(column, 'UNKNOWN_WORD', textOf(cell));
    return value;
  }

  protected listOf<Value>(cell: SheetCell, column: Column, known: ReadonlyMap<string, Value>): Value[] {
    const written = textOf(cell)
      .split(/[、,，;；/\s]+/)
      .filter(Boolean);
    const values = written.map((word) => this.one(word, column, known)).filter((one) => one !== undefined);
    return [...new Set(values)];
  }

  protected line(cell: SheetCell, column: Column, most: number): string | undefined {
    const { data, error } = line(most).safeParse(textOf(cell));
    const hostile = error?.issues.some(({ message }) => message === 'FORBIDDEN_CHARACTER');
    if (error) this.wrong(column, hostile ? 'FORBIDDEN_CHARACTER' : 'TOO_LONG', textOf(cell));
    return data;
  }

  /** A day without its year is the first such day that is not before the one given. */
  protected day(cell: SheetCell, column: Column, from: PlainDate): PlainDate | undefined {
    const text = cell instanceof Date ? isoOf(cell) : dashed(textOf(cell), from);
    const { data } = plainDate.safeParse(text);
    if (!data) this.wrong(column, 'BAD_DATE', cell instanceof Date ? '' : textOf(cell));
    return data;
  }
}

const columnsIn = <Column>(row: SheetRow, words: ReadonlyMap<string, Column>): Map<Column, number> =>
  new Map(
    row.flatMap((cell, index) => {
      const column = words.get(wordOf(cell));
      return column ? [[column, index] as const] : [];
    }),
  );

const textOf = (cell: SheetCell): string =>
  cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim();

/** As words are looked up. */
export const wordOf = (cell: SheetCell): string => textOf(cell).toLowerCase();

export const isEmptyCell = (cell: SheetCell): boolean => !(cell instanceof Date) && textOf(cell) === '';

const isoOf = (moment: Date): string =>
  Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);

/** 2026-11-24, 2026/11/24, 2026年11月24日, and without its year 11月24日 or 11/24. */
function dashed(text: string, from: PlainDate): string {
  const [, year, month = '', date = ''] =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!month) return '';
  const rest = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (year) return `${year}-${rest}`;
  // What follows may lie in the next year.
  const [here, next] = [`${from.slice(0, 4)}-${rest}`, `${String(Number(from.slice(0, 4)) + 1)}-${rest}`];
  return here < from ? next : here;
}
