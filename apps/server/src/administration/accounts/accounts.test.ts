import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import { dutyId, personId, type Viewer } from '@linli/domain/access';
import { atOnce, browser, newId, testApi } from '../../testing/index.js';
import { givenDistrict, givenOrganisation, holder } from '../district.scenario.js';
import { endDuty } from './grant-duty.js';

const api = testApi();
let at: Awaited<ReturnType<typeof givenDistrict>>;
beforeAll(async () => {
  at = await givenDistrict(api.database());
});

const ACCOUNT =
  '__typename ... on Account { id account disabled duties { id role } } ... on Refused { code }';
const NEW_PASSWORD =
  '__typename ... on NewPassword { password account { id duties { id role to } } } ... on Refused { code }';
const ME = '__typename ... on Me { id mustChangePassword actions duties { role } } ... on Refused { code }';
const mutation = (field: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} } }`;
const operations = {
  createAccount: mutation('createAccount', 'CreateAccountInput', NEW_PASSWORD),
  resetPassword: mutation('resetPassword', 'ResetPasswordInput', NEW_PASSWORD),
  setAccountDisabled: mutation('setAccountDisabled', 'SetAccountDisabledInput', ACCOUNT),
  grantDuty: mutation('grantDuty', 'GrantDutyInput', ACCOUNT),
  endDuty: mutation('endDuty', 'EndDutyInput', ACCOUNT),
};

async function act(viewer: Viewer, operation: keyof typeof operations, input: object) {
  const { data, errors } = await api.ask(viewer, operations[operation], { input });
  if (errors?.[0]) throw new Error(errors[0].extensions.code);
  return data?.[operation] as Record<string, unknown> & { code?: string; password?: string };
}
let made = 0;
const newAccount = (more: object) => ({
  id: newId(personId),
  account: `made-${++made}`,
  name: '李建國',
  ...more,
});
const enabled = async (id: string) =>
  (
    await api
      .database()
      .query<{ ok: boolean }[]>('SELECT disabled_at IS NULL AS ok FROM account WHERE id = $1', [id])
  )[0]?.ok;
const hashOf = async (id: string) =>
  (
    await api.database().query<{ h: string }[]>('SELECT password_hash AS h FROM account WHERE id = $1', [id])
  )[0]?.h;

it('a new account signs in once with its temporary password, and may do nothing before it has its own', async () => {
  const cadre = holder('TOWN_CADRE', { areaId: at.town });
  const input = newAccount({ role: 'COMMUNITY_CADRE', areaId: at.community });
  const { password } = await act(cadre, 'createAccount', input);
  const person = browser(api.url, 'CONSOLE');
  const signIn = async (secret: unknown) =>
    (
      await person.ask(mutation('signInWithPassword', 'SignInWithPasswordInput', ME), {
        input: { account: input.account, password: secret },
      })
    ).data.signInWithPassword;
  expect(await signIn(password)).toMatchObject({ __typename: 'Me', mustChangePassword: true, actions: [] });
  expect((await person.ask('{ accounts(first: 10) { total } }')).codes).toEqual(['FORBIDDEN']);

  const change = async (next: string) =>
    (
      await person.ask(mutation('changePassword', 'ChangePasswordInput', ME), {
        input: { current: password, next },
      })
    ).data.changePassword;
  for (const weak of ['short', input.account + '12345', '1111111111111', String(password)]) {
    expect(await change(weak)).toEqual({ __typename: 'Refused', code: 'PASSWORD_TOO_WEAK' });
  }
  expect(await change('一個很長的新的口令 2026')).toMatchObject({
    mustChangePassword: false,
    duties: [{ role: 'COMMUNITY_CADRE' }],
  });
  expect((await person.ask('{ accounts(first: 10) { total } }')).codes).toEqual([]);
  expect(await signIn(password)).toMatchObject({ code: 'CREDENTIALS_WRONG' });
});

it('sent again, a new account is the same one with a new password; another wish with its id is a conflict', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  const input = newAccount({ role: 'KITCHEN', centreId: at.centres.community });
  const first = await act(cadre, 'createAccount', input);
  const second = await act(cadre, 'createAccount', input);
  expect(second).toMatchObject({ account: first.account });
  expect(second.password).not.toBe(first.password);
  expect(await act(cadre, 'createAccount', { ...input, name: '別人' })).toMatchObject({ code: 'CONFLICT' });
  expect(await act(cadre, 'createAccount', { ...input, id: newId(personId) })).toMatchObject({
    code: 'ACCOUNT_NAME_TAKEN',
  });
});

it('a duty without an end has none, one with an end has it, one in the past is a mistake', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  const place = { role: 'KITCHEN', centreId: at.centres.town };
  const toOf = async (to: string | null) =>
    (await act(cadre, 'createAccount', newAccount({ ...place, to }))).account;
  expect(await toOf(null)).toMatchObject({ duties: [{ to: null }] });
  expect(await toOf('2999-12-31')).toMatchObject({ duties: [{ to: '2999-12-31' }] });
  await expect(toOf('2020-01-01')).rejects.toThrow('BAD_USER_INPUT');
});

it('nobody resets or disables an account that opens more than their own', async () => {
  const high = holder('DISTRICT_CADRE', { areaId: at.district });
  const both: Viewer = {
    ...high,
    duties: [...high.duties, ...holder('GRID_LEAD', { areaId: at.estate }).duties],
  };
  await api.ask(both, '{ me { name } }');
  const before = await hashOf(both.personId);
  const cadre = holder('TOWN_CADRE', { areaId: at.town });
  expect(await act(cadre, 'resetPassword', { id: both.personId })).toMatchObject({
    code: 'DUTY_BEYOND_REACH',
  });
  const disable = { id: both.personId, disabled: true, reason: '試試' };
  expect(await act(cadre, 'setAccountDisabled', disable)).toMatchObject({ code: 'DUTY_BEYOND_REACH' });
  expect([await hashOf(both.personId), await enabled(both.personId)]).toEqual([before, true]);
  // The duty in their own town they may end.
  const [duty] = await api
    .database()
    .query<{ id: string }[]>(`SELECT id FROM duty WHERE account_id = $1 AND role = 'GRID_LEAD'`, [
      both.personId,
    ]);
  expect(await act(cadre, 'endDuty', { id: duty?.id })).toMatchObject({
    duties: [{ role: 'DISTRICT_CADRE' }],
  });
});

it('a reset ends every session of the account', async () => {
  const cadre = holder('TOWN_CADRE', { areaId: at.town });
  const other = holder('COMMUNITY_CADRE', { areaId: at.community });
  await api.ask(other, '{ me { name } }');
  const open = () =>
    api
      .database()
      .query<object[]>('SELECT FROM sign_in WHERE person_id = $1 AND ends_at > now()', [other.personId]);
  expect(await open()).toHaveLength(1);
  expect(await act(cadre, 'resetPassword', { id: other.personId })).toMatchObject({
    __typename: 'NewPassword',
  });
  expect(await open()).toHaveLength(0);
});

it('the last district account stays, also when two would remove each other at once', async () => {
  await api
    .database()
    .query(
      `UPDATE account SET disabled_at = now(), disabled_reason = 'test' WHERE id IN (SELECT account_id FROM duty WHERE role = 'DISTRICT_CADRE')`,
    );
  const [one, other] = [
    holder('DISTRICT_CADRE', { areaId: at.district }),
    holder('DISTRICT_CADRE', { areaId: at.district }),
  ];
  for (const viewer of [one, other]) await api.ask(viewer, '{ me { name } }');
  const dutyOf = async ({ personId: id }: Viewer) =>
    dutyId.parse(
      (await api.database().query<{ id: string }[]>('SELECT id FROM duty WHERE account_id = $1', [id]))[0]
        ?.id,
    );
  const [mine, theirs] = [await dutyOf(one), await dutyOf(other)];
  const lock = async (tx: { query: (sql: string) => Promise<unknown> }) =>
    tx.query('SELECT pg_advisory_xact_lock(4111104)');
  const results = await atOnce(api.database(), 2, lock, [
    () => endDuty(api.database(), one, { id: theirs }),
    () => endDuty(api.database(), other, { id: mine }),
  ]);
  const codes = results.map((result) =>
    result.status === 'fulfilled' ? ((result.value as { code?: string }).code ?? 'ended') : 'failed',
  );
  expect(codes.toSorted()).toEqual(['LAST_DISTRICT_ACCOUNT', 'ended']);
  const left = await api
    .database()
    .query<object[]>(
      `SELECT FROM duty JOIN account ON account.id = account_id WHERE role = 'DISTRICT_CADRE' AND ended_at IS NULL AND disabled_at IS NULL`,
    );
  expect(left).toHaveLength(1);
});

it('a branch is granted by who has all that it covers, and a joint one of two towns only by the district', async () => {
  const db = api.database();
  const committee = await givenOrganisation(db, { kind: 'DISTRICT_COMMITTEE', covers: [at.district] });
  const branch = await givenOrganisation(db, {
    kind: 'ESTATE_BRANCH',
    parent: committee,
    covers: [at.estate],
  });
  const joint = await givenOrganisation(db, {
    kind: 'JOINT_BRANCH',
    parent: committee,
    covers: [at.estate, at.otherTown],
  });
  const agency = await givenOrganisation(db, { kind: 'AGENCY_BRANCH', parent: branch, covers: [] });
  const town = holder('TOWN_CADRE', { areaId: at.town });
  const grant = async (organisationId: string) =>
    (await act(town, 'createAccount', newAccount({ role: 'BRANCH_SECRETARY', organisationId }))).code ?? 'ok';
  expect([await grant(branch), await grant(agency), await grant(joint), await grant(committee)]).toEqual([
    'ok',
    'ok',
    'DUTY_BEYOND_REACH',
    'DUTY_BEYOND_REACH',
  ]);
});

it('the list is a page of those within reach, found by name or account, and counts them all', async () => {
  const cadre = holder('COMMUNITY_CADRE', { areaId: at.otherCommunity }, '只此一人');
  for (let i = 0; i < 3; i++)
    await act(
      cadre,
      'createAccount',
      newAccount({ role: 'GRID_LEAD', areaId: at.otherCommunity, name: `網格員${i}` }),
    );
  const list = async (first: number, after?: string, search?: string) =>
    (await api.ask(
      cadre,
      `query ($first: Int!, $after: String, $search: String) { accounts(first: $first, after: $after, search: $search) {
      total pageInfo { hasNextPage endCursor } edges { node { name } } } }`,
      { first, after, search },
    )) as unknown as {
      data: {
        accounts: {
          total: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: { name: string } }[];
        };
      };
      errors?: { extensions: { code: string } }[];
    };
  const { accounts } = (await list(3)).data;
  expect([accounts.total, accounts.edges.length, accounts.pageInfo.hasNextPage]).toEqual([4, 3, true]);
  const rest = (await list(3, accounts.pageInfo.endCursor)).data.accounts;
  expect([rest.edges.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
  expect((await list(10, undefined, '網格員1')).data.accounts.edges.map(({ node }) => node.name)).toEqual([
    '網格員1',
  ]);
  for (const text of ['网格员1', '１', '網格員１'])
    expect((await list(10, undefined, text)).data.accounts.edges.map(({ node }) => node.name)).toContain(
      '網格員1',
    );
  expect((await list(10, undefined, '%')).data.accounts.total).toBe(0);
  for (const first of [-1, 0, 101])
    expect((await list(first)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
