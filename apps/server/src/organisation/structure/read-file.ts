import { LARGEST_FILE, MOST_ROWS } from '@linli/domain/organisation/structure';
import { CsvError, parse } from 'csv-parse/sync';
import { Refused } from '../../platform/graphql/index.js';

export interface ReadFile {
  readonly encoding: string;
  readonly text: string;
  readonly records: readonly (readonly string[])[];
}

/** A table from the bytes of a CSV file, with the encoding that it was found to have. */
export function readFile(bytes: Buffer): ReadFile | Refused {
  if (bytes.length > LARGEST_FILE)
    return new Refused('FILE_TOO_LARGE', { bytes: bytes.length, most: LARGEST_FILE });
  if (bytes.length === 0) return new Refused('FILE_EMPTY');
  // Spreadsheets (zip, OLE), pictures and UTF-16 all have zero bytes somewhere; text in UTF-8 or GB18030 has none.
  if (bytes.includes(0) || bytes.subarray(0, 2).toString('latin1') === 'PK')
    return new Refused('FILE_NOT_READABLE');
  const decoded = decode(bytes);
  if (!decoded) return new Refused('FILE_NOT_READABLE');
  if (decoded.text.trim() === '') return new Refused('FILE_EMPTY');
  const records = recordsOf(decoded.text);
  return records instanceof Refused ? records : { ...decoded, records };
}

function decode(bytes: Buffer): { encoding: string; text: string } | undefined {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) {
    const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    return { encoding: marked ? 'UTF-8 (BOM)' : 'UTF-8', text: utf8 };
  }
  const gb = tryDecode(bytes, 'gb18030');
  return gb === undefined ? undefined : { encoding: 'GB18030', text: gb };
}

/** Strict: bytes that the encoding does not have are no reason to guess. A mark at the beginning is left out. */
function tryDecode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function recordsOf(text: string): string[][] | Refused {
  try {
    const records = parse(text, { relax_column_count: true, max_record_size: 100_000, to: MOST_ROWS + 2 });
    const [heading] = records;
    if (!heading) return new Refused('FILE_EMPTY');
    if (records.length <= MOST_ROWS + 1) return records;
    return new Refused('FILE_TOO_LARGE', { mostRows: MOST_ROWS });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return new Refused('FILE_NOT_READABLE', { line: Number(error.lines ?? 0) });
  }
}

/** The bytes that a client sent as base64. */
export function bytesOf(base64: string): Buffer | Refused {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
    ? Buffer.from(base64, 'base64')
    : new Refused('FILE_NOT_READABLE');
}
