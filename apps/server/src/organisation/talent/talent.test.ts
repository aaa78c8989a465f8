import { beforeAll, expect, it } from '@jest/globals';
import { type OrganisationId, personId, Role, type Viewer } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { postId } from '@linli/domain/organisation/posts';
import { reserveId } from '@linli/domain/organisation/talent';
import { holder } from '../../administration/district.scenario.js';
import { behindWall } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { givenParty, mutator, type Party } from '../ratings/ratings.scenario.js';

const api = testApi();
const send = mutator(api);
const sql = (text: string, values: unknown[] = []) =>
  api.database().query<Record<string, unknown>[]>(text, values);
const today = plainDateOf(new Date());
const ENTRY = '... on ReserveEntry { id name list outcome lastDay }';
let party: Party;

beforeAll(async () => {
  party = await givenParty(api.database());
  const branch = await party.branch();
  const [lan] = await givenPeople(['李蘭']);
  await sql(
    `INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, valid_from, recorded_by)
     VALUES ($1, 'SECRETARY', $2, $3, 'ELECTED', '2024-01-01', '測試')`,
    [newId(postId), branch, lan],
  );
  for (const [list, organisation] of [
    ['SECRETARY_RESERVE', party.town],
    ['COMMUNITY_RESERVE', party.community],
  ])
    await sql(
      `INSERT INTO reserve_entry (id, list, organisation_id, resident_id, since, added_by)
       VALUES ($1, $2, $3, $4, '2025-01-01', '測試')`,
      [newId(reserveId), list, organisation, lan],
    );
}, 60_000);

async function givenPeople(names: readonly string[]) {
  const ids = names.map(() => newId(personId));
  for (const [i, id] of ids.entries())
    await sql(`INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, $2, '1985-01-01', $3)`, [
      ...[id, names[i], party.at.building],
    ]);
  return ids;
}

const reserves = (list: string) =>
  `query ($id: ID!) { list: reserveEntries(organisationId: $id, list: ${list}, closed: false, first: 5) {
     people: entries { name } } }`;
const LISTS = {
  secretaries: `query ($id: ID!) { list: estateSecretaries(organisationId: $id, first: 5) {
    people: secretaries { name } } }`,
  secretaryReserve: reserves('SECRETARY_RESERVE'),
  communityReserve: reserves('COMMUNITY_RESERVE'),
} as const;
type List = keyof typeof LISTS;
const ACTS: Readonly<Record<List, string>> = {
  ...{
    secretaries: 'SECRETARIES_SHOWN',
    secretaryReserve: 'RESERVES_SHOWN',
    communityReserve: 'RESERVES_SHOWN',
  },
};

// Written by hand, not read from the grants.
const MAY: Readonly<Record<List, readonly Role[]>> = {
  secretaries: ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'],
  secretaryReserve: ['DISTRICT_CADRE', 'TOWN_CADRE'],
  communityReserve: ['DISTRICT_CADRE', 'TOWN_CADRE'],
};
const AT_A_CENTRE: readonly Role[] = [
  ...(['CENTRE_STAFF', 'KITCHEN', 'DELIVERY_VOLUNTEER', 'HOME_WORKER', 'SCREEN'] as const),
];
const cases = Object.values(Role).flatMap((role) =>
  (Object.keys(LISTS) as List[]).map((list) => [role, list] as const),
);

it.each(cases)('%s, %s: refused, or answered and on the trail', async (role, list) => {
  // The widest place that the role could have: what refuses is the role.
  const { at } = party;
  const place = AT_A_CENTRE.includes(role) ? { centreId: at.centres.district } : { areaId: at.district };
  const viewer = holder(role, role === 'RESIDENT' ? {} : place);
  const { data, errors } = await api.ask(viewer, LISTS[list], { id: party.root });
  const trail = await sql('SELECT detail FROM audit_entry WHERE actor_id = $1 AND action = $2', [
    ...[viewer.personId, ACTS[list]],
  ]);
  if (MAY[list].includes(role)) {
    expect(data).toMatchObject({ list: { people: [{ name: '李蘭' }] } });
    expect(trail).toMatchObject([{ detail: { count: 1 } }]);
  } else {
    expect(errors?.[0]?.extensions.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
    expect(trail).toEqual([]);
  }
});

it('whoever may see a list sees their own place only, and the wall stands behind it', async () => {
  const { otherTownCadre, townCadre, town, community, root } = party;
  const errorOf = async (viewer: Viewer, id: OrganisationId) =>
    (await api.ask(viewer, LISTS.secretaryReserve, { id })).errors?.[0]?.extensions.code;
  expect(await errorOf(otherTownCadre, town)).toBe('NOT_FOUND');
  expect(await errorOf(townCadre, root)).toBe('NOT_FOUND');
  expect(await errorOf(townCadre, town)).toBeUndefined();
  const seen = (organisations: OrganisationId[]) =>
    behindWall(api.database(), organisations, (tx) => tx.query<object[]>('SELECT list FROM reserve_entry'));
  expect(await seen([community])).toEqual([{ list: 'COMMUNITY_RESERVE' }]);
  expect(await seen([])).toEqual([]);
});

const add = (viewer: Viewer, residentId: unknown, unlike: object = {}) =>
  send(
    viewer,
    'addToReserve',
    {
      ...{ id: newId(reserveId), list: 'COMMUNITY_RESERVE', organisationId: party.community, residentId },
      ...{ since: '2026-01-01', note: '網格長三年', ...unlike },
    },
    ENTRY,
  );

it('somebody is once on a list, and leaves it with an outcome', async () => {
  const { townCadre, cadre, town } = party;
  const [wei] = await givenPeople(['張偉']);
  expect(await add(cadre, wei)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await add(townCadre, wei, { organisationId: town })).toMatchObject({ code: 'NO_RESERVE_HERE' });
  expect(await add(townCadre, wei, { since: addDays(today, 1) })).toMatchObject({ code: 'DAY_IN_FUTURE' });
  const id = newId(reserveId);
  expect(await add(townCadre, wei, { id })).toMatchObject({ name: '張偉', outcome: null });
  expect(await add(townCadre, wei, { id })).toMatchObject({ id });
  expect(await add(townCadre, wei, { id, note: null })).toMatchObject({ code: 'CONFLICT' });
  expect(await add(townCadre, wei)).toMatchObject({ code: 'ON_RESERVE_ALREADY' });
  const close = (unlike: object = {}) =>
    send(
      ...([townCadre, 'closeReserve'] as const),
      { id, lastDay: '2026-06-30', outcome: 'ENTERED_TWO_COMMITTEES', ...unlike },
      ENTRY,
    );
  expect(await close({ lastDay: '2025-12-31' })).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await close()).toMatchObject({ outcome: 'ENTERED_TWO_COMMITTEES' });
  expect(await close()).toMatchObject({ lastDay: '2026-06-30' });
  expect(await close({ outcome: 'TAKEN_OFF' })).toMatchObject({ code: 'CONFLICT' });
  const document = `query ($id: ID!) {
    reserveEntries(organisationId: $id, list: COMMUNITY_RESERVE, closed: true, first: 5) {
      standing succeeded entries { name } } }`;
  expect((await api.ask(townCadre, document, { id: town })).data?.reserveEntries).toEqual({
    ...{ standing: 1, succeeded: 1, entries: [{ name: '張偉' }] },
  });
  expect(await add(townCadre, wei)).toMatchObject({ name: '張偉' });
});
