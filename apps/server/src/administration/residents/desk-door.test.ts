import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import { type AreaId, personId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { ResidentRecord, sealedPhone } from '../../organisation/people/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { newId, testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';

const api = testApi();
const GIVE = `mutation ($input: GiveDoorInput!) { giveDoor(input: $input) {
  ... on DeskDoor { door } ... on Refused { code } } }`;
const SEE =
  'query ($resident: ID!, $centre: ID!) { deskDoor(residentId: $resident, centreId: $centre) { door } }';

let at: Awaited<ReturnType<typeof givenDistrict>>;
beforeAll(async () => {
  at = await givenDistrict(api.database());
});

function arrange() {
  const centreId = at.centres.community;
  const viewer = holder('CENTRE_STAFF', { centreId });
  const resident = async (buildingId: AreaId) => {
    const id = newId(personId);
    const row = { id, name: '孫福來', birthDate: '1946-01-01' as PlainDate, buildingId, allergies: [] };
    const none = sealedPhone(readEnvironment({ PORT: '0' }).dataKey, null);
    await api.database().insert(ResidentRecord, { ...row, ...none });
    return id;
  };
  const give = async (residentId: string, door: string) =>
    api.ask(viewer, GIVE, { input: { residentId, centreId, door } });
  const see = async (residentId: string) =>
    (await api.ask(viewer, SEE, { resident: residentId, centre: centreId })).data?.deskDoor as {
      door: string | null;
    };
  return { resident, give, see };
}

it('who has no door is given one at the desk; one that is known is not overwritten there', async () => {
  const { resident, give, see } = arrange();
  const sun = await resident(at.building);
  expect(await see(sun)).toEqual({ door: null });
  const given = { giveDoor: { door: '2單元4**' } };
  expect((await give(sun, '2單元401')).data).toEqual(given);
  expect((await give(sun, '2單元401')).data).toEqual(given);
  expect((await give(sun, '3單元502')).data).toEqual({ giveDoor: { code: 'DOOR_KNOWN' } });
  expect(await see(sun)).toEqual({ door: '2單元4**' });
  const trail = await api
    .database()
    .query<object[]>(`SELECT FROM audit_entry WHERE action = 'HOME_DOOR_SAVED' AND subject_id = $1`, [sun]);
  expect(trail).toHaveLength(1);
});

it('two who give one at once: the first is kept, the other is told', async () => {
  const { resident, give, see } = arrange();
  const sun = await resident(at.building);
  expect(await see(sun)).toEqual({ door: null });
  const answers = await Promise.all(['1單元101', '2單元202'].map((door) => give(sun, door)));
  const refused = answers.filter(({ data }) => (data?.giveDoor as { code?: string }).code === 'DOOR_KNOWN');
  expect(refused).toHaveLength(1);
  expect(['1單元1**', '2單元2**']).toContain((await see(sun)).door);
});

it('nobody who lives elsewhere is given a door here', async () => {
  const { resident, give } = arrange();
  const stranger = await resident(at.otherTown);
  expect((await give(stranger, '1單元101')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await api.database().query('SELECT FROM home_door WHERE resident_id = $1', [stranger])).toEqual([]);
});
