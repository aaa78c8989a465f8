import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { newUuid, transaction } from '../../platform/database/index.js';
import { testApi } from '../../testing/index.js';
import { recordTwoNewUnits, type TwoNewToRecord } from './index.js';
import { structureScenario } from './structure.scenario.js';

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
      lastActivityOn: null,
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
