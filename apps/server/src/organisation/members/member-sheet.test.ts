import { beforeAll, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { type OrganisationId, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { readSheet } from 'read-excel-file/node';
import { xlsxOf } from '../../platform/files/index.js';
import { newId, testApi } from '../../testing/index.js';
import { givenParty, mutator, type Party } from '../ratings/ratings.scenario.js';

const api = testApi();
const send = mutator(api);
const sql = (text: string, values: unknown[] = []) =>
  api.database().query<Record<string, unknown>[]>(text, values);
const HEADINGS = ['姓名', '出生日期', '所在支部', '階段', '階段起始日期', '文號'];
const SHEET = '... on MemberSheet { written lines { name outcome } problems { row column fault value } }';
let party: Party;
let branch: OrganisationId;
let other: OrganisationId;

beforeAll(async () => {
  party = await givenParty(api.database());
  branch = await party.branch();
  other = await party.branch();
  await sql(`UPDATE organisation SET name = '東院支部' WHERE id = $1`, [branch]);
  await sql(`UPDATE organisation SET name = '西院支部' WHERE id = $1`, [other]);
  await sql(`INSERT INTO organisation_version (organisation_id, kind, name, parent_id)
    SELECT id, kind, name, parent_id FROM organisation`);
}, 60_000);

async function givenNeighbour(name: string, born = '1970-01-01'): Promise<PersonId> {
  const id = newId(personId);
  await sql(`INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, $2, $3, $4)`, [
    ...[id, name, born, party.at.building],
  ]);
  return id;
}
const joins = (id: PersonId, organisationId: OrganisationId, stage: string, since: string) =>
  sql(
    `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
     VALUES ($1, $2, $3, $4, now())`,
    [...[id, organisationId, stage, since]],
  );
const sheet = async (...rows: string[][]) =>
  (await buffer(await xlsxOf({ name: 'x', widths: [], rows: [HEADINGS, ...rows] }))).toString('base64');
const bring = async (viewer: Viewer, organisationId: OrganisationId, ...rows: string[][]) =>
  send(viewer, 'importMemberSheet', { organisationId, content: await sheet(...rows) }, SHEET);
async function preview(viewer: Viewer, organisationId: OrganisationId, ...rows: string[][]) {
  const document = `query ($input: PreviewMemberSheetInput!) { previewMemberSheet(input: $input) {
    ... on Refused { code } ${SHEET} } }`;
  const input = { organisationId, content: await sheet(...rows) };
  const { data, errors } = await api.ask(viewer, document, { input });
  return errors?.[0]?.extensions ?? data?.previewMemberSheet;
}
/** All that is on record of members, as it stands in the tables. */
const onRecord = () => sql('SELECT * FROM membership_version ORDER BY id');
const entries = (action: string) => sql('SELECT detail FROM audit_entry WHERE action = $1', [action]);

it('takes in who is new, changes a stage, leaves who is there already, and says so first', async () => {
  await givenNeighbour('鄭新來');
  const [li, zhou] = [await givenNeighbour('李預備'), await givenNeighbour('周老黨員')];
  await joins(li, branch, 'PROBATIONARY', '2025-05-01');
  await joins(zhou, other, 'FULL', '1999-07-01');
  const rows = [
    // In either script; without a branch it is the one that the sheet is brought to.
    ['郑新来', '1970-01-01', '東院支部', '積極分子', '2026-03-01', '郾組〔2026〕8 號'],
    ['李預備', '1970/1/1', '', '正式党员', '2026-05-01', ''],
    ['周老黨員', '1970-01-01', '西院支部', 'Full member', '1999-07-01', ''],
  ];
  const before = await onRecord();
  // The community's cadre brings them to the committee: a row without a branch has none there.
  expect(await preview(party.cadre, party.community, ...rows)).toMatchObject({
    problems: [{ row: 3, column: 'BRANCH', fault: 'MEMBER_ELSEWHERE' }],
  });
  rows[1] = ['李預備', '1970/1/1', '东院支部', '正式党员', '2026-05-01', ''];
  expect(await preview(party.cadre, party.community, ...rows)).toMatchObject({
    ...{ written: 0, problems: [] },
    lines: [{ outcome: 'JOINS' }, { outcome: 'CHANGES_STAGE' }, { outcome: 'SAME' }],
  });
  expect(await onRecord()).toEqual(before);

  expect(await bring(party.cadre, party.community, ...rows)).toMatchObject({ written: 2 });
  const roster = await sql(
    `SELECT name, stage, valid_from::text AS since FROM membership_version JOIN resident ON resident.id = resident_id
     WHERE organisation_id = $1 AND superseded_at IS NULL AND valid_to IS NULL ORDER BY name`,
    [branch],
  );
  expect(roster).toEqual(
    expect.arrayContaining([
      { name: '李預備', stage: 'FULL', since: '2026-05-01' },
      { name: '鄭新來', stage: 'ACTIVIST', since: '2026-03-01' },
    ]),
  );
  expect(await entries('MEMBERS_IMPORTED')).toEqual([{ detail: { joined: 1, changed: 1 } }]);
  expect(await bring(party.cadre, party.community, ...rows)).toMatchObject({
    code: 'IMPORT_CHANGES_NOTHING',
  });
});

it('of a half-wrong file nothing is taken, and every wrong cell is named', async () => {
  await givenNeighbour('好人甲');
  for (const born of ['1981-01-01', '1981-01-01']) await givenNeighbour('雙胞胎', born);
  const [away, full] = [await givenNeighbour('在別處'), await givenNeighbour('已轉正')];
  await joins(away, other, 'FULL', '2020-01-01');
  await joins(full, branch, 'FULL', '2020-01-01');
  const tomorrow = addDays(plainDateOf(new Date()), 1);
  const rows = [
    ['好人甲', '1970-01-01', '', '正式黨員', '2026-01-01', ''],
    ['查無此人', '1970-01-01', '', '正式黨員', '2026-01-01', ''],
    ['雙胞胎', '1981-01-01', '', '正式黨員', '2026-01-01', ''],
    ['在別處', '1970-01-01', '', '正式黨員', '2020-01-01', ''],
    ['已轉正', '1970-01-01', '', '預備黨員', '2026-01-01', ''],
    ['好人甲', '1970-01-01', '', '正式黨員', '2026-01-01', ''],
    ['某人', '1970-01-01', '南院支部', '正式黨員', tomorrow, ''],
    ['某人', '', '南院支部', '團員', '2026-01-01', ''],
    ['在別處', '1970-01-02', '南院支部', '正式黨員', '2026-01-01', ''],
  ];
  const [before, changes] = [await onRecord(), await sql('SELECT id FROM membership_change ORDER BY id')];
  const found = (await preview(party.cadre, branch, ...rows)) as { problems: Record<string, unknown>[] };
  expect(found.problems.map(({ row, column, fault }) => [row, column, fault])).toEqual([
    [3, 'NAME', 'UNKNOWN_PERSON'],
    [4, 'NAME', 'SEVERAL_PEOPLE'],
    [5, 'BRANCH', 'MEMBER_ELSEWHERE'],
    [6, 'STAGE', 'STAGE_DOES_NOT_FOLLOW'],
    [7, 'NAME', 'PERSON_TWICE'],
    [8, 'SINCE', 'DAY_IN_FUTURE'],
    [9, 'BORN', 'MISSING'],
    [9, 'STAGE', 'UNKNOWN_WORD'],
    [10, 'BRANCH', 'UNKNOWN_BRANCH'],
  ]);
  expect(await bring(party.cadre, branch, ...rows)).toMatchObject({
    ...{ code: 'IMPORT_HAS_ERRORS', details: { problems: 9 } },
  });
  expect(await onRecord()).toEqual(before);
  expect(await sql('SELECT id FROM membership_change ORDER BY id')).toEqual(changes);
  // The one row that was right comes in by itself.
  expect(await bring(party.cadre, branch, rows[0] ?? [])).toMatchObject({ written: 1 });
});

it('what goes out comes back as the same, in every language; both are on the trail', async () => {
  const member = await givenNeighbour('馮自強', '1955-02-03');
  await joins(member, branch, 'FULL', '1980-07-01');
  for (const locale of ['zh-Hant', 'zh-Hans', 'en']) {
    const path = `/members/${branch}.xlsx?face=console&locale=${locale}`;
    const response = await api.get(party.secretary, path);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    const rows = await readSheet(bytes);
    expect(rows.some((row) => row[1] === '1955-02-03' && row[4] === '1980-07-01')).toBe(true);
    const content = bytes.toString('base64');
    const again = await send(
      party.secretary,
      'importMemberSheet',
      { organisationId: branch, content },
      SHEET,
    );
    expect(again).toMatchObject({ code: 'IMPORT_CHANGES_NOTHING' });
  }
  const only = await api.get(party.secretary, `/members/${branch}.xlsx?face=console&stage=FULL&text=冯自`);
  expect(await readSheet(Buffer.from(await only.arrayBuffer()))).toHaveLength(2);
  const [trail] = await sql(
    `SELECT FROM audit_entry WHERE action = 'MEMBERS_EXPORTED' AND actor_id = $1
    AND detail -> 'ids' @> jsonb_build_array($2::text)`,
    [party.secretary.personId, member],
  );
  expect(trail).toBeDefined();
});

it('nobody else brings a sheet or takes one out', async () => {
  const path = `/members/${branch}.xlsx?face=console`;
  expect((await api.get(undefined, path)).status).toBe(401);
  expect((await api.get(party.otherTownCadre, path)).status).toBe(404);
  expect((await api.get(party.secretary, `/members/${newId(personId)}.xlsx?face=console`)).status).toBe(404);
  const row = ['好人甲', '1970-01-01', '', '正式黨員', '2026-01-01', ''];
  expect(await bring(party.otherTownCadre, branch, row)).toMatchObject({ code: 'NOT_FOUND' });
});
