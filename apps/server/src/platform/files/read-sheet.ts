import type { SheetRow } from '@linli/domain/base';
import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { Refused } from '../graphql/index.js';

interface Limits {
  /** Bytes. */
  readonly largest: number;
  readonly mostRows: number;
}

/** The cells of the first sheet of an .xlsx file, which came as base64. */
export async function rowsOfSheet(
  content: string,
  { largest, mostRows }: Limits,
): Promise<SheetRow[] | Refused> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > largest) return new Refused('FILE_TOO_LARGE', { bytes: bytes.length, most: largest });
  if (bytes.length === 0) return new Refused('FILE_EMPTY');
  if (!isModest(bytes, UNPACKED * largest)) return new Refused('SHEET_NOT_READABLE');
  const rows = await readSheet(bytes).catch(() => undefined);
  if (!rows) return new Refused('SHEET_NOT_READABLE');
  if (rows.length > mostRows) return new Refused('FILE_TOO_LARGE', { mostRows });
  return rows as SheetRow[];
}

/** How many times its largest size all the parts of an archive may have: a small file may unpack to a disk full. */
const UNPACKED = 4;
const SLICE = 16 * 1024;

/** Whether it is an archive that unpacks to no more than it may. What its table says of sizes is not believed. */
function isModest(bytes: Buffer, most: number): boolean {
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, part) => {
      unpacked += part.length;
      if (error || unpacked > most) throw new Error('not modest', { cause: error });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In slices: what one of them unpacks to stays small.
    for (let at = 0; at < bytes.length; at += SLICE)
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch {
    return false;
  }
  return unpacked > 0;
}
