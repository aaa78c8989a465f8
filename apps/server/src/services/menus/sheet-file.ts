import {
  LARGEST_SHEET,
  type MenuSheetWords,
  MOST_SHEET_ROWS,
  type SheetCell,
} from '@linli/domain/services/menus';
import { Allergen, Texture } from '@linli/domain/organisation/people';
import { Meal } from '@linli/domain/services/centres';
import { MenuColumn } from '@linli/domain/services/menus';
import { createI18n, type Locale, LOCALES, type Translator } from '@linli/i18n';
import { catalogs, type MenusMessages } from '@linli/i18n/menus';
import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { Refused } from '../../platform/graphql/index.js';

export type SheetTranslator = Translator<MenusMessages>;

const translators = new Map<Locale, Promise<SheetTranslator>>();
export function sheetTranslator(locale: Locale): Promise<SheetTranslator> {
  const known = translators.get(locale) ?? createI18n<MenusMessages>(catalogs, locale);
  translators.set(locale, known);
  return known;
}

/** What may be written in a sheet: the words of every language, whatever the reader's. */
export async function sheetWords(): Promise<MenuSheetWords> {
  const all = await Promise.all(LOCALES.map(sheetTranslator));
  const said = <Value extends string>(
    values: Readonly<Record<string, Value>>,
    word: (t: SheetTranslator['t'], value: Value) => string,
  ): Map<string, Value> =>
    new Map(
      all.flatMap(({ t }) => Object.values(values).map((value) => [word(t, value).toLowerCase(), value])),
    );
  return {
    columns: said(MenuColumn, (t, column) => t(`menus.column.${column}`)),
    meals: said(Meal, (t, meal) => t(`Meal.${meal}`)),
    allergens: said(Allergen, (t, allergen) => t(`Allergen.${allergen}`)),
    textures: said(Texture, (t, texture) => t(`Texture.${texture}`)),
    none: new Set(all.map(({ t }) => t('menus.none').toLowerCase())),
  };
}

/** What all the parts of an archive may have when unpacked: a small file may unpack to a disk full. */
const MOST_UNPACKED = 4 * LARGEST_SHEET;

/** The cells of the first sheet of an .xlsx file. */
export async function rowsIn(content: string): Promise<(readonly SheetCell[])[] | Refused> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > LARGEST_SHEET)
    return new Refused('FILE_TOO_LARGE', { bytes: bytes.length, most: LARGEST_SHEET });
  if (bytes.length === 0) return new Refused('FILE_EMPTY');
  if (!isModest(bytes)) return new Refused('SHEET_NOT_READABLE');
  const rows = await readSheet(bytes).catch(() => undefined);
  if (!rows) return new Refused('SHEET_NOT_READABLE');
  if (rows.length > MOST_SHEET_ROWS) return new Refused('FILE_TOO_LARGE', { mostRows: MOST_SHEET_ROWS });
  return rows as (readonly SheetCell[])[];
}

const SLICE = 16 * 1024;

/** Whether it is an archive that unpacks to no more than it may. What its table says of sizes is not believed. */
function isModest(bytes: Buffer): boolean {
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, part) => {
      unpacked += part.length;
      if (error || unpacked > MOST_UNPACKED) throw new Error('not modest', { cause: error });
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

const WIDTHS = [12, 8, 24, 24, 16, 36];

/** An .xlsx file: the headings stay in sight, and cells are text, so that nothing in them is reckoned. */
export function xlsxOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  sheet: string,
): Promise<Buffer> {
  const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const text = rows.map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String, wrap: true })),
  );
  const columns = WIDTHS.map((width) => ({ width }));
  const file = writeXlsxFile([bold, ...text], { columns, sheet, stickyRowsCount: 1 });
  // Its types do not tell the two ways of calling it apart.
  return (file as unknown as { toBuffer: () => Promise<Buffer> }).toBuffer();
}
