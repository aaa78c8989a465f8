import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import {
  type OrganisationId,
  organisationId,
  type OrganisationKind,
} from '@linli/domain/organisation/structure';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { changeCovers } from './change-covers.js';
import { coverageOn } from './coverage.queries.js';
import { houseAuthor, setUpOrganisations } from './index.js';
import { mergeOrganisations } from './merge-organisations.js';
import { moveOrganisation } from './move-organisation.js';
import { organisationById, organisationsOn } from './organisation.queries.js';
import { splitOrganisation } from './split-organisation.js';
import { date, done, everything, structureScenario } from './structure.scenario.js';

const database = testDatabase();
const { divisions, areas, cadre, idOf } = structureScenario(database);
const ids = () => newId(organisationId);
const [root, shabei, longta, songshan, mengmiao, whole, group] = [
  ids(),
  ids(),
  ids(),
  ids(),
  ids(),
  ids(),
  ids(),
];
const [second, third] = [ids(), ids()];
let district: Viewer, street: Viewer;

const dated = (on: string) => ({ effectiveOn: date(on), documentNumber: '郾組〔2026〕9號' });
const estates = (...codes: string[]) => Promise.all(codes.map(idOf));
/** What an organisation is on a day: its name, where it hangs, what it covers. */
async function as(id: OrganisationId, on: string): Promise<string> {
  const { name, parentId, lineage } = await organisationById(database(), id, date(on));
  const rows = await database().query<{ code: string }[]>(
    `SELECT code FROM organisation_covers c JOIN area ON area.id = area_id WHERE organisation_id = $1
       AND superseded_at IS NULL AND $2::date BETWEEN coalesce(c.valid_from, '-infinity') AND coalesce(c.valid_to, 'infinity')
     ORDER BY code`,
    [id, on],
  );
  expect(lineage.at(-2)).toBe(parentId);
  const parent = parentId === null ? '' : (await organisationById(database(), parentId, date(on))).name;
  return `${name} < ${parent}: ${rows.map(({ code }) => code).join(' ')}`;
}
const rate = async (on: string) => {
  const { estates: all, covered } = await coverageOn(database(), {
    areaId: await idOf('411103001'),
    on: date(on),
  });
  return `${String(covered)}/${String(all)}`;
};
const records = async (id: OrganisationId): Promise<string[]> => {
  const rows = await database().query<{ kind: string; before: string | null; after: string | null }[]>(
    'SELECT kind, before, after FROM structure_change WHERE organisation_id = $1 ORDER BY sequence',
    [id],
  );
  return rows.map(({ kind, before, after }) => [kind, before, after].filter(Boolean).join(' '));
};

it('a branch that covers three estates, with a group below it', async () => {
  await divisions();
  await areas(['E1', 'E2', 'E3'].map((code) => `${code},小区${code},411103001001,ESTATE,,`));
  district = cadre(await idOf('411103'));
  street = cadre(await idOf('411103001'), 'TOWN_CADRE');
  const one = (
    id: OrganisationId,
    parentId: OrganisationId | null,
    kind: OrganisationKind,
    name: string,
  ) => ({
    ...{ id, parentId, kind, name, setUpOn: date('2024-01-01'), documentNumber: null, covers: [] },
  });
  const all = [
    one(root, null, 'DISTRICT_COMMITTEE', '郾城區委'),
    { ...one(shabei, root, 'GRASSROOTS_COMMITTEE', '沙北街道黨工委'), covers: await estates('411103001') },
    { ...one(longta, root, 'GRASSROOTS_COMMITTEE', '龍塔街道黨工委'), covers: await estates('411103002') },
    one(songshan, shabei, 'COMMUNITY_COMMITTEE', '嵩山路社區黨委'),
    one(mengmiao, shabei, 'COMMUNITY_COMMITTEE', '孟廟社區黨委'),
    { ...one(whole, songshan, 'ESTATE_BRANCH', '向陽聯片支部'), covers: await estates('E1', 'E2', 'E3') },
    one(group, whole, 'BUILDING_GROUP', '一號樓黨小組'),
  ];
  await transaction(database(), (tx) => setUpOrganisations(tx, houseAuthor('示範'), all));
  expect(await as(whole, '2026-01-01')).toBe('向陽聯片支部 < 嵩山路社區黨委: E1 E2 E3');
});

it('split: new branches beside it take over what is named, and no day is without cover', async () => {
  const into = [
    { id: second, name: '和平支部', covers: await estates('E2') },
    { id: third, name: '新區支部', covers: await estates('E3') },
  ];
  const input = { ...dated('2026-03-01'), id: whole, into };
  done(await splitOrganisation(database(), street, input));
  expect(await as(whole, '2026-02-28')).toBe('向陽聯片支部 < 嵩山路社區黨委: E1 E2 E3');
  expect(await as(whole, '2026-03-01')).toBe('向陽聯片支部 < 嵩山路社區黨委: E1');
  expect(await as(second, '2026-03-01')).toBe('和平支部 < 嵩山路社區黨委: E2');
  expect([await rate('2026-02-28'), await rate('2026-03-01')]).toEqual(['3/3', '3/3']);
  expect(await records(whole)).toEqual([
    ...[
      'SET_UP',
      'COVERED',
      'COVERED',
      'COVERED',
      'SPLIT 和平支部、新區支部',
      'UNCOVERED 小區E2',
      'UNCOVERED 小區E3',
    ],
  ]);
  const after = await everything(database());
  done(await splitOrganisation(database(), street, input));
  expect(await everything(database())).toEqual(after);
  const other = { ...input, into: [{ ...into[0], id: second, name: '別的', covers: [] }] };
  expect(await splitOrganisation(database(), street, other)).toMatchObject({ code: 'CONFLICT' });
});

it('a new parent brings along what hangs below, and keeps the old one on earlier days', async () => {
  done(await moveOrganisation(database(), street, { ...dated('2026-04-01'), id: whole, parentId: mengmiao }));
  expect(await as(whole, '2026-03-31')).toBe('向陽聯片支部 < 嵩山路社區黨委: E1');
  expect(await as(whole, '2026-04-01')).toBe('向陽聯片支部 < 孟廟社區黨委: E1');
  expect((await organisationById(database(), group, date('2026-04-01'))).lineage).toEqual([
    ...[root, shabei, mengmiao, whole, group],
  ]);
  expect((await records(whole)).at(-1)).toBe('MOVED 嵩山路社區黨委 孟廟社區黨委');
});

it('covers: one estate more is covered jointly, one less is not covered any more', async () => {
  done(
    await changeCovers(database(), street, {
      ...dated('2026-05-01'),
      id: whole,
      covers: await estates('E2'),
    }),
  );
  expect([await as(whole, '2026-04-30'), await as(whole, '2026-05-01')]).toEqual([
    '向陽聯片支部 < 孟廟社區黨委: E1',
    '向陽聯片支部 < 孟廟社區黨委: E2',
  ]);
  expect([await rate('2026-04-30'), await rate('2026-05-01')]).toEqual(['3/3', '2/3']);
  expect((await records(whole)).slice(-2)).toEqual(['COVERED 小區E2', 'UNCOVERED 小區E1']);
  // Not in between.
  const earlier = { ...dated('2026-04-15'), id: whole, covers: await estates('E1', 'E2') };
  expect(await changeCovers(database(), street, earlier)).toMatchObject({
    ...{ code: 'BEFORE_LAST_CHANGE', details: { last: '2026-05-01' } },
  });
});

it('merge: covers and what hangs below pass on, history stays with those that are closed', async () => {
  const input = { ...dated('2026-06-01'), id: third, merged: [whole, second] };
  done(await mergeOrganisations(database(), street, input));
  expect(await as(third, '2026-05-31')).toBe('新區支部 < 嵩山路社區黨委: E3');
  expect(await as(third, '2026-06-01')).toBe('新區支部 < 嵩山路社區黨委: E2 E3');
  expect(await as(whole, '2026-05-31')).toBe('向陽聯片支部 < 孟廟社區黨委: E2');
  expect((await organisationById(database(), whole, null)).validTo).toBe('2026-05-31');
  expect((await organisationById(database(), group, date('2026-06-01'))).parentId).toBe(third);
  expect([await rate('2026-05-31'), await rate('2026-06-01')]).toEqual(['2/3', '2/3']);
  expect(
    (
      await organisationsOn(database(), {
        rootId: songshan,
        depth: null,
        on: date('2026-06-01'),
        kinds: null,
      })
    ).map(({ name }) => name),
  ).toEqual(['嵩山路社區黨委', '新區支部', '一號樓黨小組']);
  expect((await records(whole)).slice(-2)).toEqual(['MERGED 向陽聯片支部 新區支部', 'UNCOVERED']);
  const after = await everything(database());
  done(await mergeOrganisations(database(), street, input));
  expect(await everything(database())).toEqual(after);
});

it('refuses what cannot be, and leaves all as it was', async () => {
  const before = await everything(database());
  const into = async (...codes: string[]) => [{ id: ids(), name: '新支部', covers: await estates(...codes) }];
  const on = dated('2026-07-01');
  const tries: [string, Promise<unknown>][] = [
    [
      'NOT_COVERED_BY_IT',
      splitOrganisation(database(), district, { ...on, id: third, into: await into('411103002') }),
    ],
    [
      'ONE_OF_THEM_TWICE',
      splitOrganisation(database(), district, {
        ...on,
        id: third,
        into: [...(await into('E1')), ...(await into('E1'))],
      }),
    ],
    [
      'BEFORE_LAST_CHANGE',
      splitOrganisation(database(), district, { ...dated('2026-02-01'), id: third, into: await into('E1') }),
    ],
    ['ALREADY_CLOSED', splitOrganisation(database(), district, { ...on, id: whole, into: await into('E1') })],
    [
      'KIND_DOES_NOT_FIT_PARENT',
      moveOrganisation(database(), district, { ...on, id: third, parentId: longta }),
    ],
    ['PARENT_NOT_IN_FORCE', moveOrganisation(database(), district, { ...on, id: group, parentId: whole })],
    ['ALREADY_CLOSED', changeCovers(database(), district, { ...on, id: whole, covers: await estates('E1') })],
    ['ONE_OF_THEM_TWICE', mergeOrganisations(database(), district, { ...on, id: third, merged: [third] })],
    [
      'WOULD_MAKE_A_CYCLE',
      mergeOrganisations(database(), district, { ...on, id: third, merged: [songshan] }),
    ],
    ['ALREADY_CLOSED', mergeOrganisations(database(), district, { ...on, id: third, merged: [whole] })],
    [
      'KIND_DOES_NOT_FIT_PARENT',
      mergeOrganisations(database(), district, { ...on, id: mengmiao, merged: [third] }),
    ],
  ];
  for (const [code, answer] of tries)
    expect([code, await answer]).toEqual([code, expect.objectContaining({ code })]);
  const beyond = { ...on, id: third, parentId: longta };
  await expect(moveOrganisation(database(), street, beyond)).rejects.toThrow('No such organisation');
  await expect(
    changeCovers(database(), street, { ...on, id: third, covers: await estates('411103002') }),
  ).rejects.toThrow('No such area');
  await expect(
    mergeOrganisations(database(), street, { ...on, id: third, merged: [longta] }),
  ).rejects.toThrow('No such organisation');
  expect(await everything(database())).toEqual(before);
});
