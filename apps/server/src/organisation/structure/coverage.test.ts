import { expect, it } from '@jest/globals';
import { type AreaId, type OrganisationId, organisationId } from '@linli/domain/organisation/structure';
import fc from 'fast-check';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { coverageOfChildren, coverageOn, coverageRows, coverageSeries } from './coverage.queries.js';
import { houseAuthor, type OrganisationToSetUp, setUpOrganisations } from './index.js';
import { closeOrganisation } from './change-organisation.js';
import { areasOn } from './area.queries.js';
import { date, done, structureScenario } from './structure.scenario.js';

const database = testDatabase();
const { divisions, areas, cadre, idOf } = structureScenario(database);

const days = [
  '2025-01-01',
  '2025-06-30',
  '2025-07-01',
  '2025-12-31',
  '2026-01-01',
  '2026-05-31',
  '2026-06-01',
];
const day = (i: number) => days[i % days.length] ?? '2026-01-01';
const communities = ['411103001001', '411103001002', '411103002001', '411103101201'];

it('agrees with counting by hand, at any date and place, also after moves and closings', async () => {
  await divisions();
  const random = fc.sample(fc.nat(1000), { numRuns: 200, seed: 7 });
  const pick = (i: number) => random[i % 200] ?? 0;
  const estates = Array.from({ length: 40 }, (_, i) => {
    const validFrom = pick(i) % 3 === 0 ? '' : day(pick(i));
    const ends = pick(i + 40) % 5 === 0 && validFrom < '2026-01-01' ? '2026-01-15' : '';
    return `E${i},小区${i},${communities[pick(i + 80) % 4]},ESTATE,${validFrom},${ends}`;
  });
  expect(
    done(
      await areas([
        'N1,大自然村,411103101201,NATURAL_VILLAGE,,',
        'B1,一号院,411103001001,COMPOUND,,',
        ...estates,
      ]),
    ).problems,
  ).toEqual([]);
  await setUpBranches(pick);
  // One estate goes over to another sub-district, and a branch closes.
  done(await areas([`E4,小区4,411103002001,ESTATE,,`], '2026-05-01'));

  for (const on of [...days, '2024-01-01', '2026-04-30', '2026-05-01', '2026-03-31']) {
    for (const code of ['411103', '411103001', '411103002', ...communities, 'E4']) {
      const {
        estates: total,
        covered,
        rate,
      } = await coverageOn(database(), { areaId: await idOf(code), on: date(on) });
      const byHand = await countByHand(code, on);
      expect({ on, code, total, covered }).toEqual({ on, code, ...byHand });
      expect(rate).toBe(byHand.total === 0 ? null : byHand.covered / byHand.total);
    }
  }
});

it('parts add up to the whole, the series says what each day says, and lists what is counted', async () => {
  const whole = await coverageOn(database(), { areaId: null, on: date('2026-06-01') });
  const parts = await coverageOfChildren(database(), { areaId: null, on: date('2026-06-01') });
  expect(parts).toHaveLength(10);
  expect(parts.reduce((sum, { estates }) => sum + estates, 0)).toBe(whole.estates);
  expect(parts.reduce((sum, { covered }) => sum + covered, 0)).toBe(whole.covered);
  expect(parts.find(({ area }) => area.name === '裴城鎮')).toMatchObject({
    estates: 0,
    covered: 0,
    rate: null,
  });

  const series = await coverageSeries(database(), {
    areaId: null,
    from: date('2025-11-15'),
    to: date('2026-06-01'),
  });
  expect(series.map(({ on }) => on)).toEqual([
    '2025-11-15',
    '2025-11-30',
    '2025-12-31',
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-01',
  ]);
  for (const { on, covered, estates } of series) {
    expect(await coverageOn(database(), { areaId: null, on })).toMatchObject({ covered, estates });
  }

  const rows = (covered: boolean | null) =>
    coverageRows(database(), { areaId: null, on: date('2026-06-01'), covered });
  const [all, done, gap] = await Promise.all([rows(null), rows(true), rows(false)]);
  expect([all.length, done.length, gap.length]).toEqual([
    whole.estates,
    whole.covered,
    whole.estates - whole.covered,
  ]);
  expect(gap.length).toBeGreaterThan(0);
  expect(done.every(({ organisations }) => organisations.length > 0)).toBe(true);
  expect(all.find(({ estate }) => estate.code === 'E4')).toMatchObject({
    community: { code: '411103002001' },
  });
});

it('reads the whole tree in one statement, as deep and of the kinds that are asked', async () => {
  const asked: string[] = [];
  const { db, restore } = counting(asked);
  const all = await areasOn(db, { rootId: null, depth: null, on: null, kinds: null });
  restore();
  expect(asked).toHaveLength(1);
  expect(all.length).toBeGreaterThan(240);
  expect(all[0]).toMatchObject({ code: '411103', depth: 0, childCount: 10, parentId: null });
  const seen = new Set<string>();
  expect(all.every(({ id, parentId }) => (seen.add(id), parentId === null || seen.has(parentId)))).toBe(true);

  const read = (rootId: AreaId | null, depth: number | null, kinds: ('ESTATE' | 'TOWN')[] | null = null) =>
    areasOn(database(), { rootId, depth, on: null, kinds });
  expect(await read(null, 1)).toHaveLength(11);
  expect(await read(null, null, ['TOWN'])).toHaveLength(7);
  const street = await read(await idOf('411103001'), 1);
  expect(street.map(({ depth }) => depth)).toEqual([1, ...Array<number>(18).fill(2)]);
});

/** A database that writes down what it is asked. */
function counting(asked: string[]) {
  const db = database();
  const pool = (db.dataSource.driver as unknown as { master: { query: (...args: unknown[]) => unknown } })
    .master;
  const original = pool.query;
  pool.query = function (this: unknown, ...args: unknown[]) {
    asked.push(JSON.stringify(args[0]));
    return original.apply(this, args);
  };
  return { db, restore: () => void (pool.query = original) };
}

async function setUpBranches(pick: (i: number) => number): Promise<void> {
  const [root, town, community] = [newId(organisationId), newId(organisationId), newId(organisationId)];
  const node = (
    id: OrganisationId,
    parentId: OrganisationId | null,
    more: Partial<OrganisationToSetUp> & Pick<OrganisationToSetUp, 'kind' | 'name'>,
  ) => ({
    ...{ id, parentId, setUpOn: null, documentNumber: null, covers: [] as AreaId[] },
    ...more,
  });
  const branches = await Promise.all(
    Array.from({ length: 25 }, async (_, i) =>
      node(newId(organisationId), community, {
        // A joint branch covers more than one; some estates have two; a building group does not count.
        kind: i % 6 === 0 ? 'JOINT_BRANCH' : 'ESTATE_BRANCH',
        name: `支部${i}`,
        setUpOn: pick(i + 120) % 4 === 0 ? null : date(day(pick(i + 120))),
        covers: [await idOf(`E${i}`), ...(i % 6 === 0 ? [await idOf(`E${(i + 7) % 40}`)] : [])],
      }),
    ),
  );
  await transaction(database(), async (tx) =>
    setUpOrganisations(tx, houseAuthor('測試'), [
      node(root, null, { kind: 'DISTRICT_COMMITTEE', name: '區委', covers: [await idOf('411103')] }),
      node(town, root, { kind: 'GRASSROOTS_COMMITTEE', name: '黨工委' }),
      node(community, town, { kind: 'COMMUNITY_COMMITTEE', name: '社區黨委', covers: [await idOf('E39')] }),
      ...branches,
      node(newId(organisationId), branches[1]?.id ?? null, {
        kind: 'BUILDING_GROUP',
        name: '黨小組',
        covers: [await idOf('E38')],
      }),
    ]),
  );
  const closing = { id: branches[2]?.id ?? root, effectiveOn: date('2026-06-02'), documentNumber: '1號' };
  done(await closeOrganisation(database(), cadre(await idOf('411103')), closing));
}

interface Version {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly from: string;
  readonly to: string;
}

/** Slowly, from the versions, one estate at a time. */
async function countByHand(code: string, on: string): Promise<{ total: number; covered: number }> {
  const versions = (tree: string) =>
    database().query<
      Version[]
    >(`SELECT ${tree}_id AS id, kind, parent_id AS parent, coalesce(valid_from::text, '0001') AS from,
      coalesce(valid_to::text, '9999') AS to FROM ${tree}_version WHERE superseded_at IS NULL`);
  const holds = ({ from, to }: { from: string; to: string }) => from <= on && on <= to;
  const standing = (await versions('area')).filter(holds);
  const branches = (await versions('organisation'))
    .filter(holds)
    .filter(({ kind }) => ['ESTATE_BRANCH', 'JOINT_BRANCH'].includes(kind));
  const covers = (
    await database().query<{ o: string; a: string; from: string; to: string }[]>(
      `SELECT organisation_id AS o, area_id AS a, coalesce(valid_from::text, '0001') AS from, coalesce(valid_to::text, '9999') AS to
       FROM organisation_covers WHERE superseded_at IS NULL`,
    )
  ).filter(holds);
  const target = await idOf(code);
  const isBelow = (id: string | null): boolean => {
    if (id === target) return standing.some((area) => area.id === id);
    const area = standing.find((each) => each.id === id);
    return area !== undefined && isBelow(area.parent);
  };
  const estates = standing.filter(({ kind, id }) => kind === 'ESTATE' && isBelow(id));
  const covered = estates.filter(({ id }) =>
    covers.some(({ o, a }) => a === id && branches.some((branch) => branch.id === o)),
  );
  return { total: estates.length, covered: covered.length };
}
