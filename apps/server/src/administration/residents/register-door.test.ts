import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import { personId } from '@linli/domain/access';
import { newId, testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';

const api = testApi();
const REGISTER = `mutation ($input: RegisterResidentInput!) { registerResident(input: $input) {
  __typename ... on Resident { name } ... on Refused { code } } }`;

it('who is registered with a door can be visited; the same again with another door is no repetition', async () => {
  const at = await givenDistrict(api.database());
  const viewer = holder('CENTRE_STAFF', { centreId: at.centres.community });
  await api.ask(viewer, '{ demonstration }');
  const wish = {
    ...{ id: newId(personId), name: '孫福來', birthDate: '1946-01-01', buildingId: at.building },
    ...{ careNeeds: [], allergies: [], texture: 'SOFT', door: '2單元401' },
  };
  const register = async (unlike: object = {}) =>
    (await api.ask(viewer, REGISTER, { input: { ...wish, ...unlike } })).data?.registerResident;
  const doors = () =>
    api
      .database()
      .query<{ cipher: Buffer }[]>('SELECT cipher FROM home_door WHERE resident_id = $1', [wish.id]);
  expect(await register()).toMatchObject({ __typename: 'Resident' });
  expect(await register()).toMatchObject({ __typename: 'Resident' });
  const [kept] = await doors();
  expect(kept?.cipher.length).toBeGreaterThan(0);
  expect(kept?.cipher.includes('401')).toBe(false);
  expect(await register({ door: '3單元402' })).toMatchObject({ code: 'CONFLICT' });
  expect(await doors()).toEqual([kept]);
});
