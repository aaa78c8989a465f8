import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import { personId, type PersonId, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  CareNeedRecord,
  ResidentRecord,
  residentsByIds,
  sealedPhone,
} from '../../organisation/people/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { newId, testApi, wholeCare } from '../../testing/index.js';
import { givenDistrict, givenOrganisation, holder } from '../district.scenario.js';

const api = testApi();
let at: Awaited<ReturnType<typeof givenDistrict>>;
let lan: PersonId;
const resident = async (name: string, phone: string | null, building = at.building): Promise<PersonId> => {
  const id = newId(personId);
  const row = {
    id,
    name,
    birthDate: '1950-05-01' as PlainDate,
    buildingId: building,
    allergies: ['EGG' as const],
  };
  await api
    .database()
    .insert(ResidentRecord, { ...row, ...sealedPhone(readEnvironment({ PORT: '0' }).dataKey, phone) });
  await api
    .database()
    .insert(CareNeedRecord, { residentId: id, need: 'LIVING_ALONE', validFrom: '2020-01-01' as PlainDate });
  return id;
};
beforeAll(async () => {
  at = await givenDistrict(api.database());
  lan = await resident('王桂蘭', '13803951234');
  await resident('王大明', '13912341234');
  await resident('李王氏', null);
  await resident('100%', null);
  await resident('王遠方', '13700001234', at.otherTown);
});

const staff = () => holder('CENTRE_STAFF', { centreId: at.centres.community });
async function find(viewer: Viewer, text: string) {
  const query =
    'query ($text: String!, $id: ID!) { findResidents(text: $text, centreId: $id) { name phone building careNeeds } }';
  const { data, errors } = await api.ask(viewer, query, { text, id: at.centres.community });
  if (errors?.[0]) throw new Error(errors[0].extensions.code);
  return data?.findResidents as {
    name: string;
    phone: string | null;
    building: string;
    careNeeds: string[];
  }[];
}
const names = async (text: string) => (await find(staff(), text)).map(({ name }) => name);

it('the desk finds by part of a name, those that begin with it first, and sees them whole', async () => {
  expect(await names('王')).toEqual(['王大明', '王桂蘭', '李王氏']);
  expect(await find(staff(), '桂蘭')).toEqual([
    { name: '王桂蘭', phone: '138****1234', building: '幸福小區一號樓', careNeeds: ['LIVING_ALONE'] },
  ]);
});

it('a name is found in either script, however it was typed', async () => {
  await resident('張麗華', null);
  await resident('张丽红', null);
  await resident('乾隆發', null);
  for (const text of ['張', '张', '張麗', '张丽']) expect(await names(text)).toEqual(['张丽红', '張麗華']);
  for (const text of ['乾', '干隆', '隆发', '隆發']) expect(await names(text)).toEqual(['乾隆發']);
  expect((await find(staff(), '张丽华')).map(({ name }) => name)).toEqual(['張麗華']);
  expect(await names('章')).toEqual([]);
});

it('finds by the whole phone, or by its last digits, and by no other part of it', async () => {
  expect(await names('138 0395 1234')).toEqual(['王桂蘭']);
  expect((await names('1234')).toSorted()).toEqual(['王大明', '王桂蘭'].toSorted());
  expect(await names('51234')).toEqual(['王桂蘭']);
  expect(await names('234')).toHaveLength(2);
  expect(await names('34')).toEqual([]);
  expect(await names('1380')).toEqual([]);
  expect(await names('13700001234')).toEqual([]);
});

it('finds by a paper card, within the area of the centre alone', async () => {
  for (const id of [lan, lan.toUpperCase()]) expect(await names(`person:${id}`)).toEqual(['王桂蘭']);
  const far = await resident('王卡外', null, at.otherTown);
  for (const id of [far, newId(personId), lan.slice(1)]) expect(await names(`person:${id}`)).toEqual([]);
});

it('takes no pattern of the database for more than its letters', async () => {
  expect(await names('%')).toEqual(['100%']);
  expect(await names('_')).toEqual([]);
});

it('at most twenty', async () => {
  for (let i = 0; i < 25; i++) await resident(`趙${i}`, null);
  expect(await names('趙')).toHaveLength(20);
});

it('each search is once on the trail, by ids and not by names', async () => {
  const viewer = staff();
  await find(viewer, '桂蘭');
  await find(viewer, '桂蘭');
  const rows = await api.database().query<{ text: string; ids: string[] }[]>(
    `SELECT audit_entry::text AS text, ARRAY(SELECT jsonb_array_elements_text(detail->'ids')) AS ids
     FROM audit_entry WHERE actor_id = $1 AND action = 'RESIDENTS_FOUND'`,
    [viewer.personId],
  );
  expect(rows.map(({ ids }) => ids)).toEqual([[lan]]);
  expect(rows[0]?.text).not.toContain('王桂蘭');
});

it('whoever has no business with a resident sees 王*, and nothing that tells more', async () => {
  const seenBy = async (viewer: Viewer) => (await residentsByIds(api.database(), viewer, [{ id: lan }]))[0];
  const masked = { name: '王*', phone: null, building: null, careNeeds: [], allergies: [], isMe: false };
  for (const viewer of [
    holder('RESIDENT'),
    holder('KITCHEN', { centreId: at.centres.community }),
    holder('GRID_LEAD', { areaId: at.otherEstate }),
    holder('TOWN_CADRE', { areaId: at.otherTown }),
    staff(),
  ]) {
    expect(await seenBy(viewer)).toMatchObject(masked);
  }
  const whole = { name: '王桂蘭', phone: '138****1234', careNeeds: ['LIVING_ALONE'], allergies: ['EGG'] };
  const daughter: Viewer = { ...holder('RESIDENT'), caresFor: [wholeCare(lan)] };
  const herself: Viewer = { ...holder('RESIDENT'), personId: lan };
  expect(await seenBy(daughter)).toMatchObject({ ...whole, isMe: false });
  expect(await seenBy(herself)).toMatchObject({ ...whole, isMe: true });
  expect(await seenBy(holder('GRID_LEAD', { areaId: at.estate }))).toMatchObject(whole);
});

it('a centre’s staff see their guest whole, another centre’s do not', async () => {
  const seenBy = async (viewer: Viewer) =>
    (await residentsByIds(api.database(), viewer, [{ id: lan, at: { centreId: at.centres.community } }]))[0]
      ?.name;
  expect(await seenBy(staff())).toBe('王桂蘭');
  expect(await seenBy(holder('CENTRE_STAFF', { centreId: at.centres.otherTown }))).toBe('王*');
});

it('a branch reaches the homes that it covers, as long as it does', async () => {
  const db = api.database();
  const committee = await givenOrganisation(db, { kind: 'DISTRICT_COMMITTEE', covers: [] });
  const branch = await givenOrganisation(db, {
    kind: 'ESTATE_BRANCH',
    parent: committee,
    covers: [at.estate],
  });
  const secretary = holder('BRANCH_SECRETARY', { organisationId: branch });
  const seen = async (viewer: Viewer) => (await residentsByIds(db, viewer, [{ id: lan }]))[0]?.name;
  expect(await seen(secretary)).toBe('王桂蘭');
  expect(await seen(holder('COMMUNITY_CADRE', { organisationId: committee }))).toBe('王桂蘭');
  await db.query(`UPDATE organisation_covers SET valid_to = '2020-12-31' WHERE organisation_id = $1`, [
    branch,
  ]);
  expect(await seen(secretary)).toBe('王*');
});

it('my people are myself and those who let me care, until they do no longer', async () => {
  const me = await resident('劉小紅', null);
  const daughter: Viewer = { ...holder('RESIDENT'), personId: me, caresFor: [wholeCare(lan)] };
  const mine = async (viewer: Viewer) =>
    ((await api.ask(viewer, '{ myPeople { name isMe } }')).data?.myPeople as { name: string }[]).map(
      ({ name }) => name,
    );
  expect(await mine(daughter)).toEqual(['劉小紅', '王桂蘭']);
  await api.database().query('UPDATE carer_grant SET revoked_at = now() WHERE carer_id = $1', [me]);
  expect(await mine({ ...daughter, caresFor: [] })).toEqual(['劉小紅']);
});

it('preferences are one’s own', async () => {
  const herself: Viewer = { ...holder('RESIDENT'), personId: lan };
  const save = `mutation { savePreferences(input: { language: "zh-Hant", elderMode: true }) { ... on Preferences { language elderMode } } }`;
  expect((await api.ask(herself, save)).data?.savePreferences).toEqual({
    language: 'zh-Hant',
    elderMode: true,
  });
  expect((await api.ask(herself, '{ myPreferences { language elderMode } }')).data?.myPreferences).toEqual({
    language: 'zh-Hant',
    elderMode: true,
  });
  const rows = await api
    .database()
    .query<{ n: number }[]>('SELECT count(*)::int AS n FROM resident WHERE elder_mode');
  expect(rows).toEqual([{ n: 1 }]);
});

const REGISTER = `mutation ($input: RegisterResidentInput!) { registerResident(input: $input) {
  __typename ... on Resident { name phone age } ... on Refused { code } } }`;
const input = (more: object = {}) => ({
  id: newId(personId),
  name: '孫福來',
  birthDate: '1946-01-01',
  buildingId: at.building,
  careNeeds: ['OLD_AGE'],
  allergies: [],
  texture: 'SOFT',
  ...more,
});
const register = async (viewer: Viewer, wish: object) => {
  const { data, errors } = await api.ask(viewer, REGISTER, { input: wish });
  return data?.registerResident ?? errors?.[0]?.extensions.code;
};
const rowsOf = async (id: string) =>
  (
    await api.database().query<{ n: number }[]>('SELECT count(*)::int AS n FROM resident WHERE id = $1', [id])
  )[0]?.n;

it('staff register a resident once, however often it is sent', async () => {
  const viewer = staff();
  await api.ask(viewer, '{ demonstration }');
  const wish = input({ phone: '13600000001' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => register(viewer, wish)));
  for (const answer of answers)
    expect(answer).toMatchObject({ __typename: 'Resident', name: '孫福來', phone: '136****0001' });
  expect(await rowsOf(wish.id)).toBe(1);
  expect(await register(viewer, { ...wish, name: '別人' })).toEqual({
    __typename: 'Refused',
    code: 'CONFLICT',
  });
  const entries = await api
    .database()
    .query<{ name: string }[]>(
      `SELECT subject_name AS name FROM audit_entry WHERE action = 'RESIDENT_REGISTERED' AND subject_id = $1`,
      [wish.id],
    );
  expect(entries).toEqual([{ name: '孫*' }]);
});

it('a phone belongs to one resident, however it is written and however many ask at once', async () => {
  const viewer = staff();
  await api.ask(viewer, '{ demonstration }');
  const wishes = Array.from({ length: 6 }, () => input({ phone: '+86 136-0000-0002' }));
  const answers = await Promise.all(wishes.map((wish) => register(viewer, wish)));
  const taken = answers.filter((answer) => (answer as { code?: string }).code === 'PHONE_TAKEN');
  expect(taken).toHaveLength(5);
  const stored = await Promise.all(wishes.map(({ id }) => rowsOf(id)));
  expect(stored.toSorted()).toEqual([0, 0, 0, 0, 0, 1]);
});

it('a home must be one, in force, and within reach', async () => {
  const viewer = staff();
  for (const buildingId of [at.otherTown, at.community, newId(personId)]) {
    const wish = input({ buildingId });
    expect(await register(viewer, wish)).toBe('NOT_FOUND');
    expect(await rowsOf(wish.id)).toBe(0);
  }
});
