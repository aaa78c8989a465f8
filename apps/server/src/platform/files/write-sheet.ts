import { Readable } from 'node:stream';
import writeXlsxFile from 'write-excel-file/node';

/** A cell of a file: what it says, or a number that can be summed. */
export type WrittenCell = string | number;
type Rows = AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>;

interface Sheet {
  readonly name: string;
  /** Of the columns, in letters. */
  readonly widths: readonly number[];
  /** The first of them are the headings. */
  readonly rows: Rows;
  /** Where somebody goes on writing: long text is broken into lines. */
  readonly wraps?: boolean;
}

/** An .xlsx file: the headings stay in sight, and text is text, so that nothing in it is reckoned. */
export async function xlsxOf({ name, widths, rows, wraps = false }: Sheet): Promise<Readable> {
  const all: (readonly WrittenCell[])[] = [];
  for await (const row of rows) all.push(row);
  const [headings = [], ...lines] = all;
  const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cell = (value: WrittenCell) =>
    value === '' ? null : typeof value === 'number' ? { value } : { value, type: String, wrap: wraps };
  const columns = widths.map((width) => ({ width }));
  const cells = lines.map((row) => row.map(cell));
  const file = writeXlsxFile([bold, ...cells], { columns, sheet: name, stickyRowsCount: 1 });
  // Its types do not tell the two ways of calling it apart.
  const toStream = file.toStream as () => Promise<Readable>;
  return toStream();
}

// A cell that a spreadsheet would take for a formula is told to be text.
const FORMULA = /^[=+\-@\t\r]/;
const csvCell = (cell: WrittenCell): string => {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

async function* csvLines(rows: Rows): AsyncGenerator<string> {
  yield '\ufeff';
  for await (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}

/** With a mark at its beginning, by which spreadsheets in China know that it is UTF-8. */
export const csvOf = (rows: Rows): Readable => Readable.from(csvLines(rows));
