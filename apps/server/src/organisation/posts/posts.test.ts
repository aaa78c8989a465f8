import { beforeAll, expect, it } from '@jest/globals';
import { type OrganisationId, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { postId } from '@linli/domain/organisation/posts';
import { behindWall } from '../../platform/database/index.js';
import { atOnce, newId, testApi } from '../../testing/index.js';
import { givenParty, mutator, type Party } from '../ratings/ratings.scenario.js';

const api = testApi();
const send = mutator(api);
const sql = (text: string, values: unknown[] = []) =>
  api.database().query<Record<string, unknown>[]>(text, values);
const today = plainDateOf(new Date());
const POST = `... on Post { id kind name validFrom validTo termEndsOn term replacedName ending endingDocumentNumber }`;
let party: Party;
let branch: OrganisationId;
let village: OrganisationId;

beforeAll(async () => {
  party = await givenParty(api.database());
  [branch, village] = [await party.branch(), party.community];
  await sql(`INSERT INTO organisation_version (organisation_id, kind, name, parent_id)
    SELECT id, kind, name, parent_id FROM organisation`);
}, 60_000);

/** A full member of the branch, since long before. */
async function givenMember(name: string, stage = 'FULL'): Promise<PersonId> {
  const id = newId(personId);
  await sql(`INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, $2, '1960-01-01', $3)`, [
    ...[id, name, party.at.building],
  ]);
  await sql(
    `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
     VALUES ($1, $2, $3, '2015-01-01', now())`,
    [id, branch, stage],
  );
  return id;
}
const begin = (viewer: Viewer, residentId: PersonId, unlike: object = {}) =>
  send(
    viewer,
    'beginPost',
    {
      ...{ id: newId(postId), organisationId: branch, residentId, kind: 'SECRETARY', selection: 'ELECTED' },
      ...{
        source: null,
        from: '2024-06-01',
        termEndsOn: null,
        replaces: null,
        documentNumber: '5號',
        ...unlike,
      },
    },
    POST,
  );
const end = (viewer: Viewer, id: unknown, unlike: object = {}) =>
  send(
    viewer,
    'endPost',
    { id, lastDay: '2026-05-31', ending: 'RESIGNED', documentNumber: '9號', ...unlike },
    POST,
  );
const standing = async (kind: string) =>
  (
    await sql(
      `SELECT resident.name FROM post_version JOIN resident ON resident.id = resident_id
       WHERE kind = $1 AND superseded_at IS NULL AND valid_to IS NULL AND organisation_id = $2 ORDER BY 1`,
      [kind, branch],
    )
  ).map(({ name }) => name);

it('a secretary begins, another replaces on a day: the first ends the day before, the term goes on', async () => {
  const { cadre } = party;
  const [lan, wei] = [await givenMember('李蘭'), await givenMember('張偉')];
  const first = await begin(cadre, lan);
  expect(first).toMatchObject({ kind: 'SECRETARY', name: '李蘭', termEndsOn: '2027-05-31' });
  expect(await begin(cadre, wei, { from: '2026-03-01' })).toMatchObject({ code: 'POST_TAKEN' });
  const next = { from: '2026-03-01', replaces: first.id, id: newId(postId) };
  expect(await begin(cadre, wei, { ...next, kind: 'COMMITTEE_MEMBER' })).toMatchObject({
    code: 'REPLACES_ANOTHER_POST',
  });
  expect(await begin(cadre, wei, next)).toMatchObject({ termEndsOn: '2027-05-31', replacedName: '李蘭' });
  expect(await begin(cadre, wei, next)).toMatchObject({ id: next.id, name: '張偉' });
  expect(await begin(cadre, lan, next)).toMatchObject({ code: 'CONFLICT' });
  expect(await end(cadre, first.id)).toMatchObject({ code: 'POST_ENDED' });
  expect(await standing('SECRETARY')).toEqual(['張偉']);
  const rows = await sql(
    'SELECT valid_to::text, ending, superseded_at IS NULL AS stands FROM post_version WHERE id = $1 ORDER BY version',
    [first.id],
  );
  expect(rows).toEqual([
    { valid_to: null, ending: null, stands: false },
    { valid_to: '2026-02-28', ending: 'REPLACED', stands: true },
  ]);
  expect(await end(cadre, next.id)).toMatchObject({ validTo: '2026-05-31', ending: 'RESIGNED' });
  expect(await end(cadre, next.id)).toMatchObject({ endingDocumentNumber: '9號' });
  expect(await standing('SECRETARY')).toEqual([]);
});

it('only full members hold posts of the Party, none from tomorrow, none before the organisation', async () => {
  const { cadre } = party;
  const [young, old] = [await givenMember('新黨員', 'PROBATIONARY'), await givenMember('老黨員')];
  expect(await begin(cadre, young)).toMatchObject({ code: 'POST_NEEDS_FULL_MEMBER' });
  expect(await begin(cadre, young, { kind: 'SELF_RULE_HEAD' })).toMatchObject({ code: 'POST_NOT_HERE' });
  expect(await begin(cadre, old, { from: addDays(today, 1) })).toMatchObject({ code: 'DAY_IN_FUTURE' });
  expect(await begin(cadre, old, { termEndsOn: '2020-01-01' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const lead = { kind: 'BUILDING_LEAD', selection: 'APPOINTED' };
  const { id } = await begin(cadre, young, lead);
  expect(await begin(cadre, young, { ...lead, from: '2025-01-01' })).toMatchObject({
    code: 'POST_HELD_ALREADY',
  });
  expect(await end(cadre, id, { lastDay: '2024-05-31' })).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await end(cadre, id, { lastDay: addDays(today, 1) })).toMatchObject({ code: 'DAY_IN_FUTURE' });
  expect(await standing('BUILDING_LEAD')).toEqual(['新黨員']);
});

it('five who are made secretary at once: one is', async () => {
  const people = await Promise.all(['甲', '乙', '丙', '丁', '戊'].map((name) => givenMember(`${name}生`)));
  const settled = await atOnce(
    api.database(),
    people.length,
    (tx) => tx.query('SELECT FROM organisation WHERE id = $1 FOR UPDATE', [branch]),
    people.map((id) => () => begin(party.cadre, id, { from: '2026-06-01' })),
  );
  const answers = settled.map((one) => (one.status === 'fulfilled' ? one.value : { code: 'FAILED' }));
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'POST_TAKEN')).toHaveLength(4);
  expect(await standing('SECRETARY')).toHaveLength(1);
});

it('一肩挑: those who are and those who are not are all units; terms that end soon are found', async () => {
  const { cadre } = party;
  const lan = await givenMember('孫蘭');
  const at = { organisationId: village, termEndsOn: addDays(today, 100), from: '2022-01-01' };
  await begin(cadre, lan, at);
  const units = async () => {
    const document = 'query ($id: ID!) { selfRuleUnits(organisationId: $id) { secretary head isOne } }';
    return (await api.ask(party.district, document, { id: party.root })).data?.selfRuleUnits;
  };
  expect(await units()).toEqual([{ secretary: '孫蘭', head: null, isOne: false }]);
  await begin(cadre, lan, { ...at, kind: 'SELF_RULE_HEAD', id: newId(postId) });
  expect(await units()).toEqual([{ secretary: '孫蘭', head: '孫蘭', isOne: true }]);
  const document = `query ($id: ID!) {
    posts(organisationId: $id, term: ENDING, first: 1) { posts { name term } pageInfo { hasNextPage } }
    postCounts(organisationId: $id) { ending over } }`;
  const { data } = await api.ask(party.district, document, { id: party.root });
  expect(data).toMatchObject({
    posts: { posts: [{ name: '孫蘭', term: 'ENDING' }], pageInfo: { hasNextPage: true } },
    postCounts: { ending: 2, over: 0 },
  });
});

it('whoever looks is on the trail, and behind the wall nothing of others is seen', async () => {
  const { cadre } = party;
  await api.ask(cadre, 'query ($id: ID!) { postHistory(organisationId: $id) { name } }', { id: branch });
  const reads = await sql(`SELECT FROM audit_entry WHERE actor_id = $1 AND action = 'POSTS_SHOWN'`, [
    cadre.personId,
  ]);
  expect(reads).toHaveLength(1);
  const everything = (organisations: OrganisationId[]) =>
    behindWall(api.database(), organisations, (tx) =>
      tx.query<{ organisation_id: string }[]>('SELECT DISTINCT organisation_id FROM post_version'),
    );
  expect(await everything([branch])).toEqual([{ organisation_id: branch }]);
  expect(await everything([party.root])).toHaveLength(2);
  expect(await everything([])).toEqual([]);
});
