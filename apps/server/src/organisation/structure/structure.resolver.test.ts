import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type OrganisationId, organisationId as organisation } from '@linli/domain/organisation/structure';
import { newUuid, transaction } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { houseAuthor, recordTwoNewUnits, setUpOrganisations, type TwoNewToRecord } from './index.js';
import { date, structureScenario } from './structure.scenario.js';

const { database, ask } = testApi();
const { divisions, areas, cadre, idOf } = structureScenario(database);

let district: Viewer;
const data = async (query: string, variables: object = {}) => (await ask(district, query, variables)).data;

it('finds areas by Traditional or Simplified text, and by the beginning of a code', async () => {
  await divisions();
  await areas(['E1,龙塔花园,411103002002,ESTATE,,', 'E1-1,1号楼,E1,BUILDING,,']);
  district = cadre(await idOf('411103'));
  const found = async (text: string) => {
    const { searchAreas } = (await data('query ($text: String!) { searchAreas(text: $text) { name } }', {
      text,
    })) as { searchAreas: { name: string }[] };
    return searchAreas.map(({ name }) => name);
  };
  expect(await found('塚馬')).toEqual(['塚馬村']);
  expect(await found('冢马')).toEqual(['塚馬村']);
  expect(await found('后郑社区')).toEqual(['後鄭社區']);
  expect(await found('張店')).toEqual(['張店村', '張店村']);
  expect(await found('龙塔')).toEqual(['龍塔街道', '龍塔花園']);
  expect(await found('41110310')).toHaveLength(50);
  expect(await found('411103101205')).toEqual(['張店村']);
  expect(await found('%')).toEqual([]);
});

it('answers the fields of the contract, down to the ancestors, as the console asks', async () => {
  const query = `{ areas(kinds: [BUILDING]) { name officialName depth childCount validFrom ancestors { name kind } coveredBy { name } changes { kind effectiveOn recordedBy } } }`;
  expect(await data(query)).toEqual({
    areas: [
      {
        ...{ name: '1號樓', officialName: '1号楼', depth: 4, childCount: 0, validFrom: null, coveredBy: [] },
        ancestors: [
          { name: '郾城區', kind: 'DISTRICT' },
          { name: '龍塔街道', kind: 'SUB_DISTRICT' },
          { name: '南街社區', kind: 'COMMUNITY' },
          { name: '龍塔花園', kind: 'ESTATE' },
        ],
        changes: [{ kind: 'OPENED', effectiveOn: null, recordedBy: '測試' }],
      },
    ],
  });
});

it('pages through the changes, the latest first, none twice', async () => {
  const query = `query ($after: String) { structureChanges(first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    structureChanges: {
      edges: { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { structureChanges }: Page = (await data(query, { after })) as unknown as Page;
    ids.push(...structureChanges.edges.map(({ node }) => node.id));
    if (!structureChanges.pageInfo.hasNextPage) break;
    after = structureChanges.pageInfo.endCursor;
  }
  expect(new Set(ids).size).toBe(211);
  expect(ids).toHaveLength(211);
});

it('counts two-new units by field, each field also without any', async () => {
  const areaId = await idOf('411103002002');
  const unit = (name: string, more: Partial<TwoNewToRecord>): TwoNewToRecord => ({
    ...{
      id: newUuid(),
      name,
      field: 'INTERNET',
      areaId,
      members: 0,
      cover: 'NONE',
      organisationId: null,
      ...{ lastActivityOn: null, validFrom: null, coveredFrom: null },
    },
    ...more,
  });
  const units = [
    unit('甲', { members: 3, cover: 'OWN' }),
    unit('乙', { members: 4, cover: 'JOINT' }),
    unit('丙', { cover: 'INSTRUCTOR', members: 2 }),
    unit('丁', {}),
  ];
  await transaction(database(), (tx) => recordTwoNewUnits(tx, units));
  const query = `query ($areaId: ID) { twoNewCoverage(areaId: $areaId) { field units withOrganisation withWorkCover shouldHaveOwn own joint }
    twoNewUnits(areaId: $areaId, field: INTERNET) { name areaName shouldHaveOwn organisation { name } } }`;
  const none = { units: 0, withOrganisation: 0, withWorkCover: 0, shouldHaveOwn: 0, own: 0, joint: 0 };
  const answer = await data(query, { areaId: await idOf('411103002') });
  expect(answer?.twoNewCoverage).toEqual([
    { field: 'OFFICE_BUILDING', ...none },
    { field: 'COMMERCIAL_DISTRICT', ...none },
    {
      field: 'INTERNET',
      units: 4,
      withOrganisation: 2,
      withWorkCover: 3,
      shouldHaveOwn: 2,
      own: 1,
      joint: 1,
    },
    { field: 'LAW_FIRM', ...none },
  ]);
  expect(answer?.twoNewUnits).toHaveLength(4);
  expect((await data(query, { areaId: await idOf('411103101') }))?.twoNewUnits).toEqual([]);
});

it('shows two-new units as they stood on the day that is asked for', async () => {
  const areaId = await idOf('411103101201');
  const [rootId, organisationId] = [newId(organisation), newId(organisation)];
  const named = { documentNumber: null, covers: [] };
  await transaction(database(), (tx) =>
    setUpOrganisations(tx, houseAuthor('測試'), [
      { ...named, id: rootId, parentId: null, kind: 'DISTRICT_COMMITTEE', name: '區委', setUpOn: null },
      {
        ...named,
        id: organisationId,
        parentId: rootId,
        kind: 'AGENCY_BRANCH',
        name: '律所支部',
        setUpOn: date('2026-04-01'),
      },
    ]),
  );
  const unit = (name: string, more: Partial<TwoNewToRecord>): TwoNewToRecord => ({
    ...{ id: newUuid(), name, field: 'LAW_FIRM', areaId, members: 3, cover: 'OWN', organisationId: null },
    ...{ lastActivityOn: null, validFrom: null, coveredFrom: null, ...more },
  });
  await transaction(database(), (tx) =>
    recordTwoNewUnits(tx, [
      unit('舊', {}),
      unit('掛在支部下', { organisationId, cover: 'JOINT' }),
      unit('後來組建', { coveredFrom: date('2026-03-01'), lastActivityOn: date('2026-05-01') }),
      unit('新開', { validFrom: date('2026-04-01'), coveredFrom: date('2026-04-10'), cover: 'INSTRUCTOR' }),
    ]),
  );
  const query = `query ($areaId: ID, $on: Date) {
    twoNewCoverage(areaId: $areaId, on: $on) { field units withOrganisation withWorkCover }
    twoNewUnits(areaId: $areaId, on: $on) { name cover lastActivityOn organisation { name } } }`;
  interface Unit {
    readonly name: string;
    readonly cover: string;
    readonly lastActivityOn: string | null;
    readonly organisation: { name: string } | null;
  }
  const on = async (day: string) => {
    const answer = await data(query, { areaId, on: day });
    const firms = (answer?.twoNewCoverage as { field: string }[]).find(({ field }) => field === 'LAW_FIRM');
    const told = ({ name, cover, lastActivityOn, organisation: by }: Unit) =>
      [name, cover, lastActivityOn, by?.name].filter(Boolean).join(' ');
    return { firms, units: (answer?.twoNewUnits as Unit[]).map(told).toSorted() };
  };
  const firms = { field: 'LAW_FIRM' };
  expect(await on('2026-02-28')).toEqual({
    firms: { ...firms, units: 3, withOrganisation: 1, withWorkCover: 1 },
    units: ['後來組建 NONE', '掛在支部下 NONE', '舊 OWN'],
  });
  expect(await on('2026-04-01')).toEqual({
    firms: { ...firms, units: 4, withOrganisation: 3, withWorkCover: 3 },
    units: ['後來組建 OWN', '掛在支部下 JOINT 律所支部', '新開 NONE', '舊 OWN'],
  });
  expect(await on('2026-06-01')).toEqual({
    firms: { ...firms, units: 4, withOrganisation: 3, withWorkCover: 4 },
    units: ['後來組建 OWN 2026-05-01', '掛在支部下 JOINT 律所支部', '新開 INSTRUCTOR', '舊 OWN'],
  });
});

it('a cover is on record at both its ends, each told what the other is called', async () => {
  const query = `query ($area: ID!, $organisation: ID!) {
    area(id: $area) { changes { kind subjectName } }
    organisation(id: $organisation) { changes { kind subjectName } } }`;
  const [area, id] = [await idOf('411103101'), newId(organisation)];
  const [root] = await database().query<{ id: OrganisationId }[]>(
    'SELECT id FROM organisation WHERE parent_id IS NULL',
  );
  const committee = {
    id,
    parentId: root?.id ?? null,
    kind: 'GRASSROOTS_COMMITTEE' as const,
    name: '孟廟鎮黨委',
  };
  await transaction(database(), (tx) =>
    setUpOrganisations(tx, houseAuthor('測試'), [
      { ...committee, setUpOn: date('2026-04-01'), documentNumber: '1號', covers: [area] },
    ]),
  );
  const answer = await data(query, { area, organisation: id });
  expect(answer?.area).toMatchObject({ changes: [{ kind: 'COVERED', subjectName: '孟廟鎮黨委' }, {}] });
  expect(answer?.organisation).toEqual({
    changes: [
      { kind: 'COVERED', subjectName: '孟廟鎮' },
      { kind: 'SET_UP', subjectName: '孟廟鎮黨委' },
    ],
  });
});

it('says what lies within the viewer’s reach to change', async () => {
  const query = `query ($here: ID!, $there: ID!, $party: ID!) {
    here: area(id: $here) { viewerCanChange } there: area(id: $there) { viewerCanChange }
    party: organisation(id: $party) { viewerCanChange } }`;
  const [here, there] = [await idOf('411103101'), await idOf('411103002')];
  const [committee] = await database().query<{ id: string }[]>(
    `SELECT organisation_id AS id FROM organisation_covers WHERE area_id = $1`,
    [here],
  );
  const seen = async (viewer: Viewer) => {
    const { data } = await ask(viewer, query, { here, there, party: committee?.id });
    return Object.values(data ?? {}).map((node) => (node as { viewerCanChange: boolean }).viewerCanChange);
  };
  expect(await seen(district)).toEqual([true, true, true]);
  expect(await seen(cadre(here, 'TOWN_CADRE'))).toEqual([true, false, true]);
  expect(await seen(cadre(there, 'TOWN_CADRE'))).toEqual([false, true, false]);
  expect(await seen(cadre(here, 'GRID_LEAD'))).toEqual([false, false, false]);
});

it('lets nobody without an account see, and nobody without the action change', async () => {
  const code = async (viewer: Viewer | undefined, query: string, variables = {}) =>
    (await ask(viewer, query, variables)).errors?.[0]?.extensions.code;
  const close = 'mutation ($input: CloseAreaInput!) { closeArea(input: $input) { __typename } }';
  const input = { id: await idOf('E1-1'), effectiveOn: '2026-06-01', documentNumber: '1號' };
  expect(await code(undefined, '{ areas { id } }')).toBe('UNAUTHENTICATED');
  expect(await code({ ...district, face: 'RESIDENT', duties: [] }, '{ areas { id } }')).toBe('FORBIDDEN');
  const lead = cadre(await idOf('411103002002'), 'GRID_LEAD');
  expect(await code(lead, close, { input })).toBe('FORBIDDEN');
  expect(await code(district, close, { input: { ...input, documentNumber: '\u202e' } })).toBe(
    'BAD_USER_INPUT',
  );
  expect((await data('query ($id: ID!) { area(id: $id) { validTo } }', { id: input.id }))?.area).toEqual({
    validTo: null,
  });
});
