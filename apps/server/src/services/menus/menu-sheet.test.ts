import { expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import type { CentreId } from '@linli/domain/services/centres';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { xlsxOf } from '../../platform/files/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { testApi } from '../../testing/index.js';
import { fish, menuScenario, tofu } from './menu.scenario.js';
import { importMenuSheet, previewMenuSheet } from './menu-sheet.js';

const api = testApi();
const database = () => api.database();
const { given, when } = menuScenario(database);

const NEXT_WEEK = addDays(plainDateOf(new Date()), 7);
const HEADINGS = ['日期', '餐次', '菜名', '過敏原', '質地', '說明'];
const fileOf = async (...rows: string[][]) =>
  buffer(await xlsxOf({ name: 'x', widths: [], rows: [HEADINGS, ...rows] }));
const sheet = async (...rows: string[][]) => (await fileOf(...rows)).toString('base64');
const menusOf = (centre: CentreId) =>
  database().query<{ day: string; meal: string; dishes: object[]; note: string | null }[]>(
    'SELECT day::text, meal, dishes, note FROM menu WHERE centre_id = $1 ORDER BY day, meal',
    [centre],
  );
const codeOf = (result: unknown) => (result instanceof Refused ? result.code : result);

async function download(viewer: Viewer | undefined, path: string) {
  const response = await api.get(viewer, path);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const path = (centre: CentreId, from: PlainDate, locale = 'zh-Hant') =>
  `/menus/${centre}/${from}.xlsx?face=console&locale=${locale}`;

it('a week goes out as a file and comes back as the same menus', async () => {
  const { id } = await given.centre();
  const cook = given.cook({ id });
  await when.saves(given.menu({ id }, { day: NEXT_WEEK }), cook);
  for (const locale of ['zh-Hant', 'zh-Hans', 'en']) {
    const { response, bytes } = await download(cook, path(id, NEXT_WEEK, locale));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(`menus-${NEXT_WEEK}.xlsx`);
    const sent = await previewMenuSheet(database(), cook, {
      ...{ centreId: id, from: NEXT_WEEK, content: bytes.toString('base64') },
    });
    expect(sent).toMatchObject({ problems: [], lines: [{ day: NEXT_WEEK, meal: 'LUNCH', outcome: 'SAME' }] });
  }
  const rows = await readSheet((await download(cook, path(id, NEXT_WEEK, 'zh-Hans'))).bytes);
  expect(rows.slice(0, 2)).toEqual([
    ['日期', '餐次', '菜名', '过敏原', '质地', '说明'],
    [NEXT_WEEK, '午餐', '清蒸鲈鱼', '鱼、大豆', '普食、软食', '少盐'],
  ]);
});

it('only who makes the menus of the centre gets the file, and an address that is none is none', async () => {
  const [{ id }, other] = [await given.centre(), await given.centre()];
  const at = path(id, NEXT_WEEK);
  expect((await download(undefined, at)).response.status).toBe(401);
  expect((await download(given.cook({ id: other.id }), at)).response.status).toBe(404);
  expect(
    (await download(given.cook({ id }), `/menus/${id}/tomorrow.xlsx?face=console`)).response.status,
  ).toBe(404);
});

it('writes what is new, leaves what is there unless told otherwise, and keeps how a dish looks', async () => {
  const { id } = await given.centre();
  const cook = given.cook({ id });
  await when.saves(given.menu({ id }, { day: NEXT_WEEK, note: '重陽' }), cook);
  const input = {
    ...{ centreId: id, from: NEXT_WEEK },
    content: await sheet(
      [NEXT_WEEK, '午餐', '家常豆腐', '大豆', '軟食', '不辣'],
      [addDays(NEXT_WEEK, 1), 'Lunch', '清蒸鲈鱼', '鱼、大豆', '普食', ''],
      ['', '', '羊肉燴麵', '小麥', '', ''],
    ),
  };
  const preview = await previewMenuSheet(database(), cook, input);
  expect(preview).toMatchObject({ lines: [{ outcome: 'OVERWRITES' }, { outcome: 'NEW' }], written: 0 });
  expect(await menusOf(id)).toHaveLength(1);

  expect(await importMenuSheet(database(), cook, { ...input, overwrite: false })).toMatchObject({
    written: 1,
  });
  const [first, second] = await menusOf(id);
  expect(first).toMatchObject({ dishes: [{ name: fish.name }, { name: tofu.name }], note: '重陽' });
  // Named in Simplified signs, it is the dish that the centre knows.
  expect(second?.dishes).toEqual([
    { ...fish, note: null, textures: ['REGULAR'] },
    { name: '羊肉燴麵', look: 'rice', note: null, allergens: ['WHEAT'], textures: ['REGULAR'] },
  ]);

  expect(await importMenuSheet(database(), cook, { ...input, overwrite: true })).toMatchObject({
    written: 1,
  });
  expect((await menusOf(id))[0]).toMatchObject({
    ...{ dishes: [{ name: '家常豆腐', look: 'tofu', note: '不辣', textures: ['SOFT'] }], note: '重陽' },
  });
  const again = await importMenuSheet(database(), cook, { ...input, overwrite: true });
  expect(codeOf(again)).toBe('IMPORT_CHANGES_NOTHING');
  const [{ count } = { count: 0 }] = await database().query<{ count: number }[]>(
    `SELECT count(*)::int FROM audit_entry WHERE action = 'MENUS_IMPORTED' AND subject_id = $1`,
    [id],
  );
  expect(count).toBe(2);
});

it('with a cell that is wrong nothing of it is taken', async () => {
  const { id } = await given.centre();
  const cook = given.cook({ id });
  const input = {
    ...{ centreId: id, from: NEXT_WEEK, overwrite: true },
    content: await sheet([NEXT_WEEK, '午餐', '米飯', '無'], [NEXT_WEEK, '晚餐', '饅頭', '']),
  };
  expect(await previewMenuSheet(database(), cook, input)).toMatchObject({
    problems: [{ row: 3, column: 'ALLERGENS', fault: 'MISSING', value: '' }],
  });
  expect(codeOf(await importMenuSheet(database(), cook, input))).toBe('IMPORT_HAS_ERRORS');
  expect(await menusOf(id)).toEqual([]);
});

it('a meal that is past its cut-off stays as it is', async () => {
  const { id } = await given.centre();
  const cook = given.cook({ id });
  const yesterday = addDays(plainDateOf(new Date()), -1);
  const content = await sheet(
    [yesterday, '午餐', '米飯', '無'],
    [addDays(yesterday, 5), '午餐', '米飯', '無'],
  );
  const input = { centreId: id, from: yesterday, content, overwrite: true };
  expect(await importMenuSheet(database(), cook, input)).toMatchObject({
    ...{ lines: [{ outcome: 'FROZEN' }, { outcome: 'NEW' }], written: 1 },
  });
  expect((await menusOf(id)).map(({ day }) => day)).toEqual([addDays(yesterday, 5)]);
});

const bomb = (megabytes: number) =>
  Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(megabytes * 1024 * 1024) }, { level: 9 }));
/** Its table says that it is small. */
function lying(): Buffer {
  const archive = bomb(9);
  const size = 9 * 1024 * 1024;
  for (let at = 0; at < archive.length - 4; at += 1)
    if (archive.readUInt32LE(at) === size) archive.writeUInt32LE(1000, at);
  return archive;
}

it.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['nothing', () => Buffer.alloc(0), 'FILE_EMPTY'],
  ['text', () => Buffer.from('日期,餐次\n'), 'SHEET_NOT_READABLE'],
  ['another archive', () => Buffer.from(zipSync({ 'a.txt': new Uint8Array(9) })), 'SHEET_NOT_READABLE'],
  ['a torn one', async () => (await fileOf()).subarray(0, 900), 'SHEET_NOT_READABLE'],
  ['headings alone', () => fileOf(), 'FILE_EMPTY'],
  ['one that unpacks to a lot', () => bomb(9), 'SHEET_NOT_READABLE'],
  ['one that does and says it does not', lying, 'SHEET_NOT_READABLE'],
  ['noise', () => deflateRawSync(Buffer.alloc(5000, 7)), 'SHEET_NOT_READABLE'],
  ['more than may be sent', () => Buffer.alloc(2 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
  ['a thousand rows', () => fileOf(...Array.from({ length: 1000 }, () => ['x'])), 'FILE_TOO_LARGE'],
])('%s is refused', async (_, file, code) => {
  const { id } = await given.centre();
  const content = Buffer.from(await file()).toString('base64');
  const input = { centreId: id, from: NEXT_WEEK, content };
  expect(codeOf(await previewMenuSheet(database(), given.cook({ id }), input))).toBe(code);
});
