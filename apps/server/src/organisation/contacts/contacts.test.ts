import '../../testing/production.js';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { CareScope, Viewer } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { testApi } from '../../testing/index.js';
import { careScenario } from '../../administration/care/care.scenario.js';
import { givenDistrict } from '../../administration/district.scenario.js';
import { contactToCall } from './index.js';

const api = testApi();
const given = careScenario(api);
const { dataKey } = readEnvironment({ PORT: '0' });
let at: Awaited<ReturnType<typeof givenDistrict>>;
let elder: Viewer & { readonly phone: string };
beforeAll(async () => {
  at = await givenDistrict(api.database());
});
beforeEach(async () => {
  elder = await given.person('李桂蘭', at.building);
});

const SAVE = `mutation ($input: SaveEmergencyContactsInput!) { saveEmergencyContacts(input: $input) {
  __typename ... on EmergencyContacts { contacts { id rank name relation phone } } ... on Refused { code } } }`;
const save = async (viewer: Viewer, contacts: readonly object[]) => {
  const { data, errors } = await api.ask(viewer, SAVE, {
    input: { residentId: elder.personId, contacts },
  });
  return data?.saveEmergencyContacts ?? errors?.[0]?.extensions.code;
};
const first = () => contactToCall(api.database(), dataKey, elder.personId);
const daughter = { id: newUuid(), name: '王曉敏', relation: 'CHILD', phone: '13900000001' };
const neighbour = { id: newUuid(), name: '張大爺', relation: 'NEIGHBOUR', phone: '13700000002' };

it('what is read masked is kept, and moved up, without being typed again', async () => {
  const saved = await save(elder, [daughter, neighbour]);
  expect(saved).toMatchObject({
    contacts: [
      { rank: 1, name: '王*', phone: '139****0001' },
      { rank: 2, name: '張*' },
    ],
  });
  expect(JSON.stringify(saved)).not.toMatch(/曉敏|13900000001/);
  const { id, relation } = neighbour;
  await save(elder, [
    { id, relation },
    { id: daughter.id, relation: 'CHILD' },
  ]);
  expect(await first()).toEqual({ name: '張大爺', relation: 'NEIGHBOUR', phone: '13700000002' });
});

it('a number alone, a name alone, or how they are related can be changed', async () => {
  await save(elder, [daughter]);
  await save(elder, [{ id: daughter.id, relation: 'RELATIVE', phone: '13900000009' }]);
  expect(await first()).toEqual({ name: '王曉敏', relation: 'RELATIVE', phone: '13900000009' });
  await save(elder, [{ id: daughter.id, relation: 'RELATIVE', name: '王小敏' }]);
  expect(await first()).toEqual({ name: '王小敏', relation: 'RELATIVE', phone: '13900000009' });
});

it('whoever was taken off meanwhile is not kept, and then nothing is written', async () => {
  await save(elder, [daughter, neighbour]);
  await save(elder, [neighbour]);
  const stale = [{ id: daughter.id, relation: 'CHILD' }];
  expect(await save(elder, stale)).toMatchObject({ code: 'CONTACTS_CHANGED' });
  expect(await first()).toMatchObject({ name: '張大爺' });
});

it('the id of a contact of somebody else keeps nothing of theirs', async () => {
  await save(elder, [daughter]);
  elder = await given.person('趙德順', at.building);
  expect(await save(elder, [{ id: daughter.id, relation: 'CHILD' }])).toMatchObject({
    code: 'CONTACTS_CHANGED',
  });
  expect(await first()).toBeUndefined();
});

it('twice the same, or four, is wrong input', async () => {
  expect(await save(elder, [daughter, daughter])).toBe('BAD_USER_INPUT');
  const four = [1, 2, 3, 4].map(() => ({ ...daughter, id: newUuid() }));
  expect(await save(elder, four)).toBe('BAD_USER_INPUT');
});

it('a carer with the scope keeps them, one without it finds nobody', async () => {
  const carerWith = async (...scopes: CareScope[]): Promise<Viewer> => ({
    ...(await given.person('王曉敏', at.otherEstate)),
    caresFor: scopes.length > 0 ? [{ personId: elder.personId, scopes }] : [],
  });
  expect(await save(await carerWith(), [daughter])).toBe('NOT_FOUND');
  expect(await save(await carerWith('BOOKINGS', 'HEALTH'), [daughter])).toBe('NOT_FOUND');
  expect(await save(await carerWith('CONTACTS'), [daughter])).toMatchObject({ contacts: [{ name: '王*' }] });
});
