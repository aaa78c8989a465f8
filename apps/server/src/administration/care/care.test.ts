import '../../testing/production.js';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { CARE_DAYS_AT_MOST } from '@linli/domain/organisation/care';
import { testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';
import { careScenario } from './care.scenario.js';

const api = testApi();
const given = careScenario(api);
const { does, wish, rows, trail } = given;
let at: Awaited<ReturnType<typeof givenDistrict>>;
beforeAll(async () => {
  at = await givenDistrict(api.database());
});
type Person = Awaited<ReturnType<typeof given.person>>;
let elder: Person;
let carer: Person;
beforeEach(async () => {
  elder = await given.person('李桂蘭', at.building);
  carer = await given.person('王曉敏', at.otherEstate);
});
const staff = () => holder('CENTRE_STAFF', { centreId: at.centres.community }, '周秀芬');
const granted = async (unlike: object = {}) => {
  const input = wish(elder, carer, { reason: '不用智能手機', ...unlike });
  expect(await does(staff(), 'grantCare', input)).toMatchObject({ __typename: 'CareGrant' });
  return input;
};

it('the elder grants with the code from their own phone, and only with that', async () => {
  const input = wish(elder, carer);
  for (const code of [undefined, '000000'])
    expect(await does(elder, 'grantCare', { ...input, code })).toMatchObject({ code: 'CODE_WRONG' });
  expect(await rows(elder)).toEqual([]);
  const code = await given.code(elder);
  const last = { state: 'ACTIVE', way: 'CODE', until: given.inDays(30), carerName: '王曉敏' };
  expect(await does(elder, 'grantCare', { ...input, code })).toMatchObject(last);
  // The same again is the same answer, without another code; other content is not.
  expect(await does(elder, 'grantCare', input)).toMatchObject(last);
  expect(await does(elder, 'grantCare', { ...input, scopes: ['HEALTH'] })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await rows(elder)).toEqual([
    {
      ...{ carer_id: carer.personId, scopes: ['BOOKINGS'], way: 'CODE', ended_by: null, in_force: true },
      ends: `${given.inDays(31)} 00:00:00`,
    },
  ]);
  expect(await trail(elder)).toEqual([
    {
      ...{ action: 'CARE_GRANTED', actor_name: '李*', subject_name: '李*' },
      detail: { carer: '王*', scopes: ['BOOKINGS'], until: given.inDays(30) },
    },
  ]);
});

it('a code to sign in grants nothing, and a code to grant signs nobody in', async () => {
  const ask = `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename } }`;
  const signIn = `mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { __typename ... on Refused { code } } }`;
  await api.ask(elder, ask, { input: { phone: elder.phone } });
  const code = await given.code(elder);
  const { data } = await api.ask(elder, signIn, { input: { phone: elder.phone, code } });
  expect(data?.signInWithCode).toMatchObject({ code: 'CODE_WRONG' });
  expect(await does(elder, 'grantCare', { ...wish(elder, carer), code })).toMatchObject({ state: 'ACTIVE' });
});

it('at the counter it takes a reason, which is on the trail', async () => {
  expect(await does(staff(), 'grantCare', wish(elder, carer))).toMatchObject({ code: 'CARE_NEEDS_REASON' });
  await granted();
  expect(await rows(elder)).toMatchObject([{ way: 'COUNTER', in_force: true }]);
  expect(await trail(elder)).toMatchObject([
    { action: 'CARE_GRANTED', actor_name: '周秀芬', detail: { reason: '不用智能手機' } },
  ]);
});

const told = async ({ personId }: Person) =>
  api
    .database()
    .query<object[]>(
      `SELECT kind, parameters->>'scopes' AS scopes FROM notice WHERE resident_id = $1 ORDER BY id`,
      [personId],
    );

it('elder and carer are told what the counter registered, changed and took back, each once', async () => {
  const { id } = await granted();
  const both = { kind: 'CARE_GRANTED', scopes: 'BOOKINGS' };
  expect([await told(elder), await told(carer)]).toEqual([[both], [both]]);

  const more = { id, scopes: ['HEALTH', 'BOOKINGS'], until: given.inDays(30), reason: '來電' };
  for (let i = 0; i < 2; i += 1) await does(staff(), 'changeCare', more);
  const changed = { kind: 'CARE_CHANGED', scopes: 'BOOKINGS,HEALTH' };
  expect(await told(elder)).toEqual([both, changed]);

  for (let i = 0; i < 2; i += 1) await does(elder, 'revokeCare', { id });
  const ended = { ...changed, kind: 'CARE_REVOKED' };
  expect(await told(carer)).toEqual([both, changed, ended]);
  // Who took it back knows.
  expect(await told(elder)).toEqual([both, changed]);
  // Nor does the inbox hide it from who may see nothing else any more.
  const inbox = await api.ask(carer, '{ myNotices(first: 5) { edges { node { kind about { isMe } } } } }');
  expect(JSON.stringify(inbox.data)).toContain('{"kind":"CARE_REVOKED","about":{"isMe":true}}');
});

it('a code for somebody else is not sent, whoever asks', async () => {
  for (const viewer of [carer, staff(), holder('TOWN_CADRE', { areaId: at.town })])
    expect(await does(viewer, 'requestCareCode', { elderId: elder.personId })).toEqual({
      failure: 'NOT_FOUND',
    });
});

it.each([
  ['a wrong name', () => ({ carerName: '王小敏' }), 'CARER_UNKNOWN'],
  ['a wrong phone', () => ({ carerPhone: '13999999999' }), 'CARER_UNKNOWN'],
  ['oneself', () => ({ carerName: elder.name, carerPhone: elder.phone }), 'CARE_OF_ONESELF'],
  ['too long', () => ({ until: given.inDays(CARE_DAYS_AT_MOST + 1) }), 'CARE_DATE_WRONG'],
  ['today', () => ({ until: given.inDays(0) }), 'CARE_DATE_WRONG'],
])('%s is refused, and nothing is written', async (_what, unlike, code) => {
  expect(await does(staff(), 'grantCare', wish(elder, carer, { reason: '代辦', ...unlike() }))).toMatchObject(
    {
      code,
    },
  );
  expect([await rows(elder), await trail(elder)]).toEqual([[], []]);
});

it('two carers for one elder, one grant for each, and of two at once for one carer one', async () => {
  await granted();
  const son = await given.person('王小剛', at.otherTown);
  expect(await does(staff(), 'grantCare', wish(elder, carer, { reason: '再來' }))).toMatchObject({
    code: 'CARE_GRANTED_ALREADY',
  });
  const both = await Promise.all(
    [1, 2].map(() => does(staff(), 'grantCare', wish(elder, son, { reason: '兒子' }))),
  );
  expect(both.map(({ code, state }) => code ?? state).toSorted()).toEqual(['ACTIVE', 'CARE_GRANTED_ALREADY']);
  expect((await rows(elder)).map(({ carer_id }) => carer_id)).toEqual([carer.personId, son.personId]);
});

it('changing takes a code or a reason again; what has expired comes to life, what has ended does not', async () => {
  const { id } = await granted();
  const change = { id, scopes: ['HEALTH', 'CONTACTS'], until: given.inDays(200) };
  expect(await does(elder, 'changeCare', change)).toMatchObject({ code: 'CODE_WRONG' });
  expect(await does(carer, 'changeCare', change)).toEqual({ failure: 'NOT_FOUND' });
  await api.database().query(`UPDATE carer_grant SET ends_at = now() - interval '1 day' WHERE id = $1`, [id]);
  expect(await given.grants(elder, elder.personId)).toMatchObject([{ state: 'EXPIRED', mayRevoke: false }]);
  const code = await given.code(elder);
  expect(await does(elder, 'changeCare', { ...change, code })).toMatchObject({
    ...{ state: 'ACTIVE', scopes: ['HEALTH', 'CONTACTS'], until: given.inDays(200) },
  });
  await does(elder, 'revokeCare', { id });
  expect(await does(staff(), 'changeCare', { ...change, reason: '延長' })).toMatchObject({
    code: 'CARE_ENDED',
  });
  expect((await trail(elder)).map(({ action }) => action)).toEqual([
    ...['CARE_GRANTED', 'CARE_CHANGED', 'CARE_REVOKED'],
  ]);
});

it.each([
  ['the elder', () => elder, undefined, 'ELDER'],
  ['the carer', () => carer, undefined, 'CARER'],
  ['staff', () => staff(), '本人要求', 'STAFF'],
])('%s ends it at once; twice is once', async (_who, viewer, reason, endedBy) => {
  const { id } = await granted();
  for (let i = 0; i < 2; i += 1)
    expect(await does(viewer(), 'revokeCare', { id, reason })).toMatchObject({ state: 'ENDED', endedBy });
  expect(await rows(elder)).toMatchObject([{ in_force: false, ended_by: endedBy }]);
  expect((await trail(elder)).filter(({ action }) => action === 'CARE_REVOKED')).toHaveLength(1);
  // It can be granted anew.
  await granted();
  expect(await rows(elder)).toMatchObject([{ in_force: false }, { in_force: true }]);
});

it('staff end it with a reason only, a stranger not at all', async () => {
  const { id } = await granted();
  expect(await does(staff(), 'revokeCare', { id })).toMatchObject({ code: 'CARE_NEEDS_REASON' });
  const stranger = await given.person('李四', at.building);
  expect(await does(stranger, 'revokeCare', { id })).toEqual({ failure: 'NOT_FOUND' });
  const farStaff = holder('CENTRE_STAFF', { centreId: at.centres.otherTown });
  expect(await does(farStaff, 'revokeCare', { id, reason: '代辦' })).toEqual({ failure: 'NOT_FOUND' });
  expect(await rows(elder)).toMatchObject([{ in_force: true }]);
});

it('the two see each other by name; who keeps only the carer’s place sees the elder masked', async () => {
  await granted();
  const whole = { elderName: '李桂蘭', carerName: '王曉敏' };
  expect(await given.grants(elder, elder.personId)).toMatchObject([{ ...whole, mayChange: true }]);
  expect(await given.grants(carer, carer.personId)).toMatchObject([
    { ...whole, mayChange: false, mayRevoke: true },
  ]);
  const otherLead = holder('COMMUNITY_CADRE', { areaId: at.otherEstate });
  expect(await given.grants(otherLead, carer.personId)).toMatchObject([
    { elderName: '李*', carerName: '王曉敏', mayChange: false, mayRevoke: false },
  ]);
});
