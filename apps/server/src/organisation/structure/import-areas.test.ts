import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase } from '../../testing/index.js';
import { date, done, everything, realFile, structureScenario } from './structure.scenario.js';

const database = testDatabase();
const { divisions, areas, idOf } = structureScenario(database);

it('imports the real file, every name right, as before records', async () => {
  const { rows, problems, changes } = done(await divisions());
  expect({ rows, problems, changes: changes.length }).toEqual({ rows: 209, problems: [], changes: 209 });

  const stored = await database().query<
    { code: string; name: string; official_name: string; valid_from: string | null }[]
  >('SELECT code, name, official_name, valid_from FROM area ORDER BY cardinality(lineage), code');
  const file = realFile
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  expect(stored.map(({ code, official_name }) => [code, official_name])).toEqual(
    file.map(([code, name]) => [code, name]),
  );
  expect(stored.every(({ valid_from }) => valid_from === null)).toBe(true);
  const reviewed = readFileSync(path.resolve(import.meta.dirname, 'names-411103.reviewed.csv'), 'utf8');
  expect(stored.map(({ code, name }) => `${code},${name}`)).toEqual(reviewed.trim().split('\n'));

  expect(done(await divisions()).changes).toEqual([]);
});

it('imports fifteen hundred areas in less than three seconds', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => {
    const estate = `E${i}`;
    const buildings = Array.from(
      { length: 14 },
      (_, j) => `${estate}-${j},${j + 1}号楼,${estate},BUILDING,,`,
    );
    return [`${estate},向阳${i}小区,411103001001,ESTATE,2025-03-01,`, ...buildings];
  }).flat();
  const start = performance.now();
  expect(done(await areas(rows)).changes).toHaveLength(1500);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(done(await areas(rows)).changes).toEqual([]);
  const [building] = await database().query<object[]>(
    `SELECT name, cardinality(lineage) AS depth, valid_from FROM area WHERE code = 'E7-3'`,
  );
  expect(building).toEqual({ name: '4號樓', depth: 5, valid_from: null });
});

it('a newer edition opens, closes, renames and moves, and leaves earlier days as they were', async () => {
  const before = await treeOn('2026-05-31');
  const moved = await idOf('411103106220');
  const edition = realFile
    .replace('411103107214,何庄村村民委员会,411103107\n', '')
    .replace('411103106221,大朱村民委员会', '411103106221,大朱庄村民委员会')
    .replace('411103106220,宓桥村民委员会,411103106', '411103107230,宓桥村民委员会,411103107')
    .replace('411103105226,', '411103105230,新立村民委员会,411103105\n411103105226,');
  const { changes } = done(await divisions(edition, '2026-06-01'));
  expect(changes.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    'OPENED 411103105230',
    'RENAMED 411103106221',
    'MOVED 411103106220',
    'CLOSED 411103107214',
  ]);

  expect(await treeOn('2026-05-31')).toEqual(before);
  const after = await treeOn('2026-06-01');
  const line = (code: string) => after.find((row) => row.startsWith(code));
  expect(line('411103105230')).toBe('411103105230 新立村 龍城鎮');
  expect(line('411103106221')).toBe('411103106221 大朱莊村 李集鎮');
  expect(line('411103107230')).toBe('411103107230 宓橋村 黑龍潭鎮');
  expect(line('411103107214')).toBeUndefined();
  expect(after.length).toBe(before.length);
  // The same thing in another place: what points to it still does.
  expect(await idOf('411103107230')).toBe(moved);
  const [row] = await database().query<{ lineage: string[] }[]>('SELECT lineage FROM area WHERE id = $1', [
    moved,
  ]);
  expect(row?.lineage).toEqual([await idOf('411103'), await idOf('411103107'), moved]);

  expect(done(await divisions(edition, '2026-06-01')).changes).toEqual([]);
  const records = await database().query<
    { kind: string; before: string; after: string; document_number: string }[]
  >(
    `SELECT kind, subject_name, before, after, effective_on, document_number FROM structure_change
     WHERE effective_on = '2026-06-01' ORDER BY sequence`,
  );
  expect(records.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['OPENED', null, null],
    ['RENAMED', '大朱村', '大朱莊村'],
    ['MOVED', '李集鎮 411103106220', '黑龍潭鎮 411103107230'],
    ['CLOSED', null, null],
  ]);
});

it('lineages follow an estate that moves, down to its buildings', async () => {
  done(await areas(['E8,向阳8小区,411103001002,ESTATE,2025-03-01,'], '2026-07-01'));
  const [row] = await database().query<{ codes: string[] }[]>(
    `SELECT array_agg(area.code ORDER BY cardinality(area.lineage)) AS codes
     FROM area JOIN (SELECT lineage FROM area WHERE code = 'E8-2') building ON area.id = ANY (building.lineage)`,
  );
  expect(row?.codes).toEqual(['411103', '411103001', '411103001002', 'E8', 'E8-2']);
});

it.each([
  [
    'half of it wrong',
    ['E900,好小区,411103001001,ESTATE,,', 'E901,坏小区,411103001999,ESTATE,,'],
    'UNKNOWN_PARENT',
  ],
  [
    'a code twice',
    ['E902,好小区,411103001001,ESTATE,,', 'E902,好小区,411103001001,ESTATE,,'],
    'DUPLICATE_CODE',
  ],
  [
    'an estate closed over its buildings',
    ['E9,向阳9小区,411103001001,ESTATE,2025-03-01,2026-12-31'],
    'HAS_OPEN_CHILDREN',
  ],
])('writes nothing of a file with %s', async (_what, rows, code) => {
  const before = await everything(database());
  expect(done(await areas(rows)).problems).toMatchObject([{ code }]);
  expect(await everything(database())).toEqual(before);
});

it('puts nothing before the last change', async () => {
  const before = await everything(database());
  const earlier = realFile
    .replace('411103106221,大朱村', '411103106221,大朱家村')
    .replace('411103106220', '411103106228');
  expect(await divisions(earlier, '2026-03-01')).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await everything(database())).toEqual(before);
});

/** What stood on a day, read from the versions alone. */
async function treeOn(day: string): Promise<string[]> {
  const rows = await database().query<{ row: string }[]>(
    `WITH standing AS (
       SELECT * FROM area_version WHERE superseded_at IS NULL AND daterange(valid_from, valid_to, '[]') @> $1::date
     )
     SELECT concat_ws(' ', standing.code, standing.name, parent.name) AS row
     FROM standing LEFT JOIN standing parent ON parent.area_id = standing.parent_id ORDER BY 1`,
    [date(day)],
  );
  return rows.map(({ row }) => row);
}
