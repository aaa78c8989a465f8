import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import { testApi } from '../../testing/index.js';
import { everything, realFile, structureScenario } from './structure.scenario.js';

const { database, ask } = testApi();
const { divisions, areas, cadre, idOf } = structureScenario(database);

const PREVIEW = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { __typename
  ... on ImportPreview { id encoding rows errorCount errors { row column code hint } opened closed renamed moved unchanged canCommit
    changes { kind code name before after } }
  ... on Refused { code } } }`;
const COMMIT = `mutation ($input: CommitImportInput!) { commitImport(input: $input) { __typename
  ... on ImportResult { id opened closed renamed moved committedAt } ... on Refused { code } } }`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

const preview = async (viewer: Viewer, text: string, more: object = {}) => {
  const input = {
    id: newUuid(),
    template: 'DIVISIONS',
    fileName: '郾城.csv',
    content: base64(text),
    effectiveOn: '2026-06-01',
    ...more,
  };
  const { data, errors } = await ask(viewer, PREVIEW, { input });
  return { input, shown: data?.previewImport as Record<string, unknown>, errors };
};
const commit = async (viewer: Viewer, id: string, documentNumber = '漯政〔2026〕6號') =>
  (await ask(viewer, COMMIT, { input: { id, documentNumber } })).data?.commitImport as Record<
    string,
    unknown
  >;

let district: Viewer;
it('previews the difference without writing, then commits just that, once', async () => {
  await divisions();
  district = cadre(await idOf('411103'));
  const before = await everything(database());
  const edition = realFile
    .replace('411103107214,何庄村村民委员会,411103107\n', '411103107215,新立村村民委员会,411103107\n')
    .replace('411103106221,大朱村民委员会', '411103106221,大朱庄村民委员会')
    .replace('411103106220,宓桥村民委员会,411103106', '411103107230,宓桥村民委员会,411103107');
  const { input, shown } = await preview(district, edition);
  expect(shown).toMatchObject({
    encoding: 'UTF-8',
    rows: 209,
    errorCount: 0,
    opened: 1,
    closed: 1,
    renamed: 1,
    moved: 1,
    unchanged: 206,
    canCommit: true,
  });
  expect(shown.changes).toEqual([
    { kind: 'RENAMED', code: '411103106221', name: '大朱村', before: '大朱村', after: '大朱莊村' },
    {
      kind: 'MOVED',
      code: '411103106220',
      name: '宓橋村',
      before: '李集鎮 411103106220',
      after: '黑龍潭鎮 411103107230',
    },
    { kind: 'CLOSED', code: '411103107214', name: '何莊村', before: null, after: null },
    { kind: 'OPENED', code: '411103107215', name: '新立村', before: null, after: null },
  ]);
  expect(await everything(database())).toEqual(before);
  expect((await preview(district, edition, { id: input.id })).shown).toEqual(shown);
  expect((await preview(district, realFile, { id: input.id })).shown).toEqual({
    __typename: 'Refused',
    code: 'CONFLICT',
  });

  const [first, again] = [await commit(district, input.id), await commit(district, input.id)];
  expect(first).toMatchObject({ __typename: 'ImportResult', opened: 1, closed: 1, renamed: 1, moved: 1 });
  expect(again).toEqual(first);
  const after = await everything(database());
  expect(await commit(district, input.id, '別的文號')).toEqual({ __typename: 'Refused', code: 'CONFLICT' });
  expect(await everything(database())).toEqual(after);
  expect((await preview(district, edition)).shown).toMatchObject({
    opened: 0,
    unchanged: 209,
    canCommit: false,
  });

  const query =
    'query ($id: ID!, $on: Date) { area(id: $id, on: $on) { name ancestors { name } changes { kind recordedBy documentNumber } } }';
  const village = await idOf('411103107230');
  const on = async (day: string) => (await ask(district, query, { id: village, on: day })).data?.area;
  expect(await on('2026-05-31')).toMatchObject({ ancestors: [{ name: '郾城區' }, { name: '李集鎮' }] });
  expect(await on('2026-06-01')).toMatchObject({
    ancestors: [{ name: '郾城區' }, { name: '黑龍潭鎮' }],
    changes: [{ kind: 'MOVED', recordedBy: '李娜', documentNumber: '漯政〔2026〕6號' }, { kind: 'OPENED' }],
  });
});

it('commits nothing when the tree changed since the preview', async () => {
  const edition = (await currentFile()).replace('大宋村民委员会', '大宋庄村民委员会');
  const { input } = await preview(district, edition, { effectiveOn: '2026-07-01' });
  await areas(['E1,向阳小区,411103106204,ESTATE,,'], '2026-06-15');
  expect((await commit(district, input.id)).__typename).toBe('ImportResult');

  const second = await preview(
    district,
    (await currentFile()).replace('大王村民委员会,', '大王庄村民委员会,'),
    { effectiveOn: '2026-08-01' },
  );
  const wang = await idOf('411103106214');
  const rename =
    'mutation ($input: RenameAreaInput!) { renameArea(input: $input) { ... on Area { name } ... on Refused { code } } }';
  const input2 = {
    id: wang,
    officialName: '大王庄村民委员会',
    name: '大王莊村',
    effectiveOn: '2026-07-02',
    documentNumber: '1號',
  };
  expect((await ask(district, rename, { input: input2 })).data).toEqual({ renameArea: { name: '大王莊村' } });
  const before = await everything(database());
  expect(await commit(district, second.input.id)).toEqual({ __typename: 'Refused', code: 'IMPORT_OUTDATED' });
  expect(await everything(database())).toEqual(before);
});

it('does not commit a file with errors, one without changes, or the preview of another', async () => {
  const file = await currentFile();
  const wrong = await preview(district, `${file}411103109201,王店村民委员会,411103109\n`, {
    effectiveOn: '2026-09-01',
  });
  expect(wrong.shown).toMatchObject({
    errorCount: 1,
    canCommit: false,
    changes: [],
    errors: [{ row: 211, column: 'parentCode', code: 'UNKNOWN_PARENT' }],
  });
  const same = await preview(district, file, { effectiveOn: '2026-09-01' });
  const good = await preview(district, file.replace('老集村民委员会', '老集庄村民委员会'), {
    effectiveOn: '2026-09-01',
  });
  const before = await everything(database());
  expect(await commit(district, wrong.input.id)).toMatchObject({ code: 'IMPORT_HAS_ERRORS' });
  expect(await commit(district, same.input.id)).toMatchObject({ code: 'IMPORT_CHANGES_NOTHING' });
  const other = cadre(await idOf('411103'));
  const { errors } = await ask(other, COMMIT, { input: { id: good.input.id, documentNumber: '1號' } });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await database().query(
    `UPDATE structure_import SET expires_at = now() - interval '1 second' WHERE id = $1`,
    [good.input.id],
  );
  expect(await commit(district, good.input.id)).toMatchObject({ code: 'IMPORT_OUTDATED' });
  expect(await everything(database())).toEqual(before);
});

it('a town brings in its own estates, not those of others, and no divisions', async () => {
  const town = cadre(await idOf('411103102'), 'TOWN_CADRE');
  const estates = (...rows: string[]) => ['code,name,parentCode,kind,validFrom,validTo', ...rows].join('\n');
  const asAreas = { template: 'AREAS' };
  const own = await preview(town, estates('E20,商南小区,411103102201,ESTATE,,'), asAreas);
  expect(own.shown).toMatchObject({ opened: 1, canCommit: true });
  const others = await preview(
    town,
    estates('E20,商南小区,411103102201,ESTATE,,', 'E21,裴城小区,411103103222,ESTATE,,'),
    asAreas,
  );
  expect(others.shown).toMatchObject({
    errors: [{ row: 3, column: 'parentCode', code: 'UNKNOWN_PARENT' }],
    canCommit: false,
  });
  const stolen = await preview(town, estates('E1,向阳小区,411103102201,ESTATE,,'), asAreas);
  expect(stolen.shown).toMatchObject({ errors: [{ row: 2, code: 'UNKNOWN_PARENT' }], canCommit: false });
  expect((await preview(town, realFile)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('all that is wrong comes in one answer, by row and column, whoever asks', async () => {
  const [first, ...others] = (await currentFile()).trimEnd().split('\n');
  const file = [
    first,
    ...others,
    '411103107213,又一村村民委员会,411103107',
    '41110310729X,坏代码村村民委员会,411103107',
    '411103107298,,411103999',
    '411103109201,王店村民委员会,411103109',
  ].join('\n');
  const { shown } = await preview(district, file, { effectiveOn: '2026-09-01' });
  const last = others.length + 1;
  expect(
    (shown.errors as Record<string, unknown>[]).map(({ row, column, code }) => [row, column, code]),
  ).toEqual([
    [last + 1, 'code', 'DUPLICATE_CODE'],
    [last + 2, 'code', 'BAD_CODE'],
    [last + 3, 'name', 'MISSING_VALUE'],
    [last + 3, 'parentCode', 'WRONG_PARENT'],
    [last + 4, 'parentCode', 'UNKNOWN_PARENT'],
  ]);

  const town = cadre(await idOf('411103102'), 'TOWN_CADRE');
  const estates = [
    'code,name,parentCode,kind,validFrom,validTo',
    'E20,商南小区,411103102201,ESTATE,2026-02-30,',
    'E21,裴城小区,411103103222,ESTATE,,',
    'E22,好小区,411103102201,ESTATE,,',
    'E22,好小区,411103102201,ESTATE,,',
    'E23,楼,411103102,BUILDING,,',
  ].join('\n');
  const told = await preview(town, estates, { template: 'AREAS' });
  expect(told.shown).toMatchObject({
    ...{ errorCount: 4, canCommit: false, changes: [], opened: 0 },
    errors: [
      { row: 2, column: 'validFrom', code: 'BAD_DATE' },
      { row: 3, column: 'parentCode', code: 'UNKNOWN_PARENT' },
      { row: 5, column: 'code', code: 'DUPLICATE_CODE', hint: '4' },
      { row: 6, column: 'kind', code: 'KIND_DOES_NOT_FIT_PARENT' },
    ],
  });
});

it.each([
  ['WRONG_TEMPLATE', 'code,name,parentCode,kind,validFrom,validTo\n', {}],
  ['WRONG_TEMPLATE', '姓名,電話\n王,1\n', {}],
  ['FILE_EMPTY', 'code,name,parentCode\n', {}],
  ['FILE_NOT_READABLE', '', { content: Buffer.from('PK\u0003\u0004').toString('base64') }],
  ['FILE_TOO_LARGE', '', { content: Buffer.alloc(2 * 1024 * 1024 + 1, 'a').toString('base64') }],
])('answers %s', async (code, text, more) => {
  expect((await preview(district, text, more)).shown).toEqual({ __typename: 'Refused', code });
});

/** The file of divisions as the tree stands. */
async function currentFile(): Promise<string> {
  const rows = await database().query<{ row: string }[]>(
    `SELECT concat_ws(',', area.code, area.official_name, coalesce(parent.code, '')) AS row
     FROM area LEFT JOIN area parent ON parent.id = area.parent_id
     WHERE area.code ~ '^[0-9]+$' AND area.valid_to IS NULL ORDER BY length(area.code), area.code`,
  );
  return `code,name,parentCode\n${rows.map(({ row }) => row).join('\n')}\n`;
}
