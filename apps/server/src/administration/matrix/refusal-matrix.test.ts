import '../../testing/production.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AreaId, type CentreId, dutyId, personId, type Role, type Viewer } from '@linli/domain/access';
import { type Database, newUuid } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';
import { type Answer, around, expected, RELATIONS } from './refusal-table.scenario.js';

const api = testApi();
let at: Awaited<ReturnType<typeof givenDistrict>>;
beforeAll(async () => {
  at = await givenDistrict(api.database());
});

interface Tried {
  readonly viewer: Viewer;
  readonly area: AreaId;
  readonly centre: CentreId;
}

/** A clerk of the lowest rank at the centre of that place, with an entry about them on the trail. */
async function givenClerk(db: Database, centre: CentreId) {
  const [id, duty] = [newId(personId), newId(dutyId)];
  const name = `clerk-${id.slice(-12)}`;
  await db.query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password) VALUES ($1, $2, '李建國', 'none', false)`,
    [id, name],
  );
  await db.query(
    `INSERT INTO duty (id, account_id, role, centre_id, valid_from) VALUES ($1, $2, 'KITCHEN', $3, '2020-01-01')`,
    [duty, id, centre],
  );
  return { id, duty, name };
}

const REFUSED = '... on Refused { code }';
const send = async (
  { viewer }: Tried,
  query: string,
  variables: object,
): Promise<Record<string, unknown> | string> => {
  const { data, errors } = await api.ask(viewer, query, variables);
  const [error] = errors ?? [];
  if (error) return error.extensions.code;
  const value = Object.values(data ?? {})[0] as Record<string, unknown>;
  return typeof value.code === 'string' ? value.code : value;
};
const answerOf = (result: Record<string, unknown> | string): Answer => {
  const words: Record<string, Answer> = {
    FORBIDDEN: 'no',
    UNAUTHENTICATED: 'no',
    NOT_FOUND: 'none',
    DUTY_BEYOND_REACH: 'beyond',
  };
  if (typeof result !== 'string') return 'yes';
  const word = words[result];
  if (!word) throw new Error(`unexpected: ${result}`);
  return word;
};
const mutate = async (tried: Tried, field: string, input: object): Promise<Answer> => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  return answerOf(
    await send(tried, `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${REFUSED} } }`, {
      input,
    }),
  );
};
const stored = async (text: string, id: string): Promise<unknown> =>
  (await api.database().query<{ it: unknown }[]>(text, [id]))[0]?.it;

/** Tries it, and looks afterwards whether it was done: an answer proves nothing. */
const operations: Record<string, (tried: Tried) => Promise<Answer>> = {
  async accounts(tried) {
    const { name } = await givenClerk(api.database(), tried.centre);
    const result = await send(
      tried,
      'query ($search: String) { accounts(first: 5, search: $search) { total } }',
      { search: name },
    );
    return typeof result === 'object' && result.total === 0 ? 'none' : answerOf(result);
  },
  async createAccount(tried) {
    const id = newId(personId);
    const input = {
      id,
      account: `new-${id.slice(-12)}`,
      name: '新人',
      role: 'KITCHEN',
      centreId: tried.centre,
    };
    const answer = await mutate(tried, 'createAccount', input);
    expect(await stored('SELECT count(*)::int AS it FROM duty WHERE account_id = $1', id)).toBe(
      answer === 'yes' ? 1 : 0,
    );
    return answer;
  },
  async resetPassword(tried) {
    const { id } = await givenClerk(api.database(), tried.centre);
    const answer = await mutate(tried, 'resetPassword', { id });
    expect((await stored('SELECT password_hash AS it FROM account WHERE id = $1', id)) === 'none').toBe(
      answer !== 'yes',
    );
    return answer;
  },
  async setAccountDisabled(tried) {
    const { id } = await givenClerk(api.database(), tried.centre);
    const answer = await mutate(tried, 'setAccountDisabled', { id, disabled: true, reason: '調離' });
    expect(await stored('SELECT disabled_reason AS it FROM account WHERE id = $1', id)).toBe(
      answer === 'yes' ? '調離' : null,
    );
    return answer;
  },
  async grantDuty(tried) {
    const { id: accountId } = await givenClerk(api.database(), tried.centre);
    const answer = await mutate(tried, 'grantDuty', {
      id: newId(dutyId),
      accountId,
      role: 'DELIVERY_VOLUNTEER',
      centreId: tried.centre,
    });
    expect(await stored('SELECT count(*)::int AS it FROM duty WHERE account_id = $1', accountId)).toBe(
      answer === 'yes' ? 2 : 1,
    );
    return answer;
  },
  async endDuty(tried) {
    const { duty } = await givenClerk(api.database(), tried.centre);
    const answer = await mutate(tried, 'endDuty', { id: duty });
    expect((await stored('SELECT ended_at AS it FROM duty WHERE id = $1', duty)) === null).toBe(
      answer !== 'yes',
    );
    return answer;
  },
  async auditEntries(tried) {
    const marker = `MARK_${newUuid().slice(-12)}`;
    await api.database().query(
      `INSERT INTO audit_entry (sequence, id, at, actor_name, action, detail, area_ids, organisation_ids, centre_ids, previous_hash, hash)
       VALUES (0, $1, now(), '甲', $2, '{}', ARRAY[$3::uuid], '{}', '{}', '', '')`,
      [newUuid(), marker, tried.area],
    );
    const result = await send(
      tried,
      'query ($search: String) { auditEntries(first: 5, search: $search) { chainIntact edges { node { action } } } }',
      { search: marker },
    );
    return typeof result === 'object' && (result.edges as object[]).length === 0 ? 'none' : answerOf(result);
  },
  async findResidents(tried) {
    return answerOf(
      await send(tried, 'query ($id: ID!) { findResidents(text: "王", centreId: $id) { name } }', {
        id: tried.centre,
      }),
    );
  },
  async registerResident(tried) {
    const id = newId(personId);
    const home = newUuid();
    await api.database().query(
      `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage)
       SELECT $1::uuid, $1::text, 'BUILDING', '新樓', '新楼', id, lineage || $1::uuid FROM area WHERE id = $2`,
      [home, tried.area],
    );
    const input = {
      id,
      name: '王新',
      birthDate: '1950-01-01',
      buildingId: home,
      careNeeds: [],
      allergies: [],
      texture: 'REGULAR',
    };
    const answer = await mutate(tried, 'registerResident', input);
    expect(await stored('SELECT count(*)::int AS it FROM resident WHERE id = $1', id)).toBe(
      answer === 'yes' ? 1 : 0,
    );
    return answer;
  },
};

it('the table speaks of every operation that is tried, and of every role', () => {
  expect(Object.keys(expected).toSorted()).toEqual(Object.keys(operations).toSorted());
  for (const roles of Object.values(expected)) expect(Object.keys(roles)).toHaveLength(12);
});

describe.each(Object.keys(operations))('%s', (operation) => {
  it.each(Object.keys(around))('%s', async (role) => {
    for (const [i, relation] of RELATIONS.entries()) {
      const name = around[role]?.[relation];
      if (!name) continue;
      const own = around[role]?.own ?? 'district';
      const atCentre = ['CENTRE_STAFF', 'KITCHEN', 'DELIVERY_VOLUNTEER', 'HOME_WORKER', 'SCREEN'].includes(
        role,
      );
      const place = role === 'RESIDENT' ? {} : atCentre ? { centreId: at.centres[own] } : { areaId: at[own] };
      const viewer = holder(role as Role, place);
      const answer = await operations[operation]?.({ viewer, area: at[name], centre: at.centres[name] });
      expect([relation, answer]).toEqual([relation, expected[operation]?.[role]?.[i]]);
    }
  });
});

it.each(Object.keys(operations))('%s is for nobody who is not signed in', async (operation) => {
  const nobody = undefined as unknown as Viewer;
  const tried = { viewer: nobody, area: at.town, centre: at.centres.town };
  expect(await operations[operation]?.(tried)).toBe('no');
});

it.each(Object.keys(operations))('%s is for no cadre whose duty is over', async (operation) => {
  const viewer = { ...holder('TOWN_CADRE'), duties: [] };
  const db = api.database();
  await db.query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password)
     VALUES ($1, $2, '前任', 'none', false)`,
    [viewer.personId, `e${viewer.personId.slice(-12)}`],
  );
  await db.query(
    `INSERT INTO duty (id, account_id, role, area_id, valid_from, valid_to)
     VALUES ($1, $2, 'TOWN_CADRE', $3, '2020-01-01', (now() AT TIME ZONE 'Asia/Shanghai')::date - 1)`,
    [newUuid(), viewer.personId, at.town],
  );
  expect(await operations[operation]?.({ viewer, area: at.town, centre: at.centres.town })).toBe('no');
});
