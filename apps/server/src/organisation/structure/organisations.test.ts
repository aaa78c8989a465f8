import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import {
  type OrganisationId,
  organisationId,
  type OrganisationKind,
} from '@linli/domain/organisation/structure';
import { transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, newId, testDatabase } from '../../testing/index.js';
import { closeArea } from './change-area.js';
import { closeOrganisation, renameOrganisation } from './change-organisation.js';
import { coverageOn } from './coverage.queries.js';
import { houseAuthor, setUpOrganisations } from './index.js';
import { organisationById, organisationsOn, searchOrganisations } from './organisation.queries.js';
import { setUpOrganisation } from './set-up-organisation.js';
import { date, done, everything, structureScenario } from './structure.scenario.js';

const database = testDatabase();
const { divisions, areas, cadre, idOf } = structureScenario(database);

const [root, town, community] = [newId(organisationId), newId(organisationId), newId(organisationId)];
let district: Viewer, street: Viewer, otherTown: Viewer;

it('sets up the district’s committees and those below it', async () => {
  await divisions();
  await areas([
    'E1,向阳小区,411103001001,ESTATE,,',
    'E2,和平小区,411103001001,ESTATE,,',
    'E3,新区小区,411103002001,ESTATE,,',
  ]);
  const established = async (
    id: OrganisationId,
    parentId: OrganisationId | null,
    kind: OrganisationKind,
    name: string,
    code: string,
  ) => ({
    ...{ id, parentId, kind, name, setUpOn: null, documentNumber: null, covers: [await idOf(code)] },
  });
  const committees = [
    await established(community, town, 'COMMUNITY_COMMITTEE', '嵩山路社區黨委', '411103001001'),
    await established(root, null, 'DISTRICT_COMMITTEE', '郾城區委', '411103'),
    await established(town, root, 'GRASSROOTS_COMMITTEE', '沙北街道黨工委', '411103001'),
  ];
  await transaction(database(), (tx) => setUpOrganisations(tx, houseAuthor('測試'), committees));
  const tree = await organisationsOn(database(), { rootId: null, depth: null, on: null, kinds: null });
  expect(tree.map(({ name, depth, childCount }) => [name, depth, childCount])).toEqual([
    ['郾城區委', 0, 1],
    ['沙北街道黨工委', 1, 1],
    ['嵩山路社區黨委', 2, 0],
  ]);
  [district, street, otherTown] = [
    cadre(await idOf('411103')),
    cadre(await idOf('411103001'), 'TOWN_CADRE'),
    cadre(await idOf('411103002'), 'TOWN_CADRE'),
  ];
});

it('finds an organisation in either script', async () => {
  const found = async (text: string) =>
    (await searchOrganisations(database(), text, null)).map(({ name }) => name);
  for (const text of ['党委', '黨委', '社区党', '社區黨'])
    expect(await found(text)).toEqual(['嵩山路社區黨委']);
  expect(await found('党工委')).toEqual(['沙北街道黨工委']);
  expect(await found('%')).toEqual([]);
});

const wish = async (more: object = {}) => ({
  ...{
    id: newId(organisationId),
    parentId: community,
    kind: 'ESTATE_BRANCH' as const,
    name: '向陽小區黨支部',
  },
  ...{
    effectiveOn: date('2026-03-01'),
    documentNumber: '郾組〔2026〕3號',
    covers: [await idOf('E1')],
    ...more,
  },
});
const rate = async (on: string) => {
  const { estates, covered } = await coverageOn(database(), {
    areaId: await idOf('411103001'),
    on: date(on),
  });
  return `${covered}/${estates}`;
};

let branch: OrganisationId;
it('a branch covers from the day it is set up, once however often it is asked', async () => {
  const input = await wish();
  branch = input.id;
  expect(await rate('2026-03-01')).toBe('0/2');
  const lock = (tx: Parameters<Parameters<typeof atOnce>[2]>[0]) =>
    tx.query('SELECT pg_advisory_xact_lock(4111104)');
  const set = () => setUpOrganisation(database(), street, input);
  const results = await atOnce(database(), 4, lock, [set, set, set, set]);
  expect(results.map((result) => result.status === 'fulfilled' && done(result.value).name)).toEqual(
    Array(4).fill('向陽小區黨支部'),
  );
  expect([await rate('2026-02-28'), await rate('2026-03-01')]).toEqual(['0/2', '1/2']);
  const [records] = await database().query<{ kinds: string[] }[]>(
    'SELECT array_agg(kind ORDER BY sequence) AS kinds FROM structure_change WHERE organisation_id = $1',
    [branch],
  );
  expect(records?.kinds).toEqual(['SET_UP', 'COVERED']);
  expect(await setUpOrganisation(database(), street, { ...input, name: '別的名字' })).toMatchObject({
    code: 'CONFLICT',
  });
});

it('refuses what does not fit or stand, and leaves all as it was', async () => {
  const before = await everything(database());
  const refusals: [string, object][] = [
    ['KIND_DOES_NOT_FIT_PARENT', { kind: 'GRASSROOTS_COMMITTEE' }],
    ['PARENT_NOT_IN_FORCE', { parentId: branch, kind: 'BUILDING_GROUP', effectiveOn: date('2026-02-01') }],
  ];
  for (const [code, more] of refusals) {
    expect(await setUpOrganisation(database(), district, await wish(more))).toMatchObject({
      constructor: Refused,
      code,
    });
  }
  expect(await closeOrganisation(database(), district, change(community, '2026-04-01'))).toMatchObject({
    code: 'HAS_OPEN_CHILDREN',
  });
  expect(
    await renameOrganisation(database(), district, { ...change(branch, '2026-02-01'), name: '早' }),
  ).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await closeOrganisation(database(), district, change(branch, '2026-03-01'))).toMatchObject({
    code: 'BEFORE_LAST_CHANGE',
  });
  expect(await everything(database())).toEqual(before);
});

it('is not found by who may not reach it, nor may it cover what they may not', async () => {
  const before = await everything(database());
  await expect(setUpOrganisation(database(), otherTown, await wish())).rejects.toThrow(
    'No such organisation',
  );
  await expect(
    setUpOrganisation(database(), street, await wish({ covers: [await idOf('E3')] })),
  ).rejects.toThrow('No such area');
  await expect(
    renameOrganisation(database(), otherTown, { ...change(branch, '2026-05-01'), name: '新' }),
  ).rejects.toThrow('No such organisation');
  await expect(closeOrganisation(database(), street, change(root, '2026-05-01'))).rejects.toThrow(
    'No such organisation',
  );
  await expect(closeArea(database(), otherTown, change(await idOf('E2'), '2026-05-01'))).rejects.toThrow(
    'No such area',
  );
  expect(await everything(database())).toEqual(before);
  // A duty for a party organisation reaches down from it.
  const committee = cadre(null, 'COMMUNITY_CADRE', { organisationId: community });
  done(
    await renameOrganisation(database(), committee, {
      ...change(branch, '2026-05-01'),
      name: '向陽家園黨支部',
    }),
  );
});

it('a name that a page in Simplified sends back unchanged is no rename', async () => {
  const before = await everything(database());
  const unchanged = { ...change(branch, '2026-06-01'), name: '向阳家园党支部' };
  expect(done(await renameOrganisation(database(), district, unchanged)).name).toBe('向陽家園黨支部');
  expect(await everything(database())).toEqual(before);
});

it('keeps the name that it had, and what it covered, on earlier days', async () => {
  const nameOn = async (day: string) => (await organisationById(database(), branch, date(day))).name;
  expect([await nameOn('2026-04-30'), await nameOn('2026-05-01')]).toEqual([
    '向陽小區黨支部',
    '向陽家園黨支部',
  ]);

  expect(done(await closeOrganisation(database(), street, change(branch, '2026-09-01'))).validTo).toBe(
    '2026-08-31',
  );
  const after = await everything(database());
  expect(done(await closeOrganisation(database(), street, change(branch, '2026-09-01'))).validTo).toBe(
    '2026-08-31',
  );
  expect(await closeOrganisation(database(), street, change(branch, '2026-10-01'))).toMatchObject({
    code: 'ALREADY_CLOSED',
  });
  expect(await everything(database())).toEqual(after);
  expect([await rate('2026-08-31'), await rate('2026-09-01')]).toEqual(['1/2', '0/2']);
  // What was known before is still there, marked as superseded.
  const rows = await database().query<{ name: string; known: boolean }[]>(
    'SELECT name, superseded_at IS NULL AS known FROM organisation_version WHERE organisation_id = $1 ORDER BY id',
    [branch],
  );
  expect(rows.map(({ name, known }) => `${name} ${known}`)).toEqual([
    '向陽小區黨支部 false',
    '向陽小區黨支部 true',
    '向陽家園黨支部 false',
    '向陽家園黨支部 true',
  ]);
});

it('an estate that is closed is of no rate any more, and its branch covers nothing', async () => {
  const second = await wish({ covers: [await idOf('E2')], name: '和平小區黨支部' });
  done(await setUpOrganisation(database(), street, second));
  expect(done(await closeArea(database(), street, change(await idOf('E2'), '2026-06-01'))).validTo).toBe(
    '2026-05-31',
  );
  expect([await rate('2026-05-31'), await rate('2026-06-01')]).toEqual(['2/2', '1/1']);
  expect(
    await closeArea(database(), district, change(await idOf('411103001001'), '2026-10-01')),
  ).toMatchObject({ code: 'HAS_OPEN_CHILDREN' });
  const covers = await database().query<{ valid_to: string }[]>(
    'SELECT valid_to FROM organisation_covers WHERE organisation_id = $1 AND superseded_at IS NULL',
    [second.id],
  );
  expect(covers).toEqual([{ valid_to: '2026-05-31' }]);
});

const change = <Id>(id: Id, on: string) => ({ id, effectiveOn: date(on), documentNumber: '郾組〔2026〕9號' });
