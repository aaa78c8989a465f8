import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { actorOf, placesOf, recordAttempt } from '../../access/audit/index.js';
import { testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';

const api = testApi();
let at: Awaited<ReturnType<typeof givenDistrict>>;
const did = (viewer: Viewer, action: string) =>
  recordAttempt(api.database(), { actor: actorOf(viewer), action, places: placesOf(viewer) });

beforeAll(async () => {
  at = await givenDistrict(api.database());
  await did(holder('COMMUNITY_CADRE', { areaId: at.community }), 'IN_COMMUNITY');
  await did(holder('CENTRE_STAFF', { centreId: at.centres.community }), 'AT_CENTRE');
  await did(holder('TOWN_CADRE', { areaId: at.otherTown }), 'IN_OTHER_TOWN');
  const nobody = { id: null, name: '—', role: null, face: 'CONSOLE' } as const;
  await recordAttempt(api.database(), { actor: nobody, action: 'NOWHERE' });
});

interface List {
  readonly chainIntact: boolean;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly edges: { node: { action: string; actorName: string } }[];
}
async function list(viewer: Viewer, variables: object = {}): Promise<List> {
  const query = `query ($first: Int! = 50, $after: String, $search: String, $actions: [String!], $from: Date, $to: Date) {
    auditEntries(first: $first, after: $after, search: $search, actions: $actions, from: $from, to: $to) {
      chainIntact pageInfo { hasNextPage endCursor } edges { node { action actorName actorRole } } } }`;
  return (await api.ask(viewer, query, variables)).data?.auditEntries as List;
}
const actions = ({ edges }: List) => edges.map(({ node }) => node.action);

it('each sees what was done in places of theirs, the newest first; the district what happened nowhere', async () => {
  expect(actions(await list(holder('DISTRICT_CADRE', { areaId: at.district })))).toEqual([
    'NOWHERE',
    'IN_OTHER_TOWN',
    'AT_CENTRE',
    'IN_COMMUNITY',
  ]);
  expect(actions(await list(holder('TOWN_CADRE', { areaId: at.town })))).toEqual([
    'AT_CENTRE',
    'IN_COMMUNITY',
  ]);
  expect(actions(await list(holder('COMMUNITY_CADRE', { areaId: at.otherCommunity })))).toEqual([]);
});

it('pages and filters by word and day', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  const first = await list(cadre, { first: 3 });
  expect([actions(first).length, first.pageInfo.hasNextPage]).toEqual([3, true]);
  const rest = await list(cadre, { first: 3, after: first.pageInfo.endCursor });
  expect([actions(rest), rest.pageInfo.hasNextPage]).toEqual([['IN_COMMUNITY'], false]);
  expect(actions(await list(cadre, { search: 'centre' }))).toEqual(['AT_CENTRE']);
  expect(actions(await list(cadre, { to: '2020-01-01' }))).toEqual([]);
  expect(actions(await list(cadre, { from: '2020-01-01' }))).toHaveLength(4);
});

it('finds the actions that the reader’s words stand for, and names in either script', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  const found = async (variables: object) => actions(await list(cadre, variables));
  expect(await found({ search: '中心', actions: ['AT_CENTRE', 'NOWHERE'] })).toEqual([
    'NOWHERE',
    'AT_CENTRE',
  ]);
  expect(await found({ search: '中心' })).toEqual([]);
  await recordAttempt(api.database(), {
    actor: { id: null, name: '張麗', role: null, face: 'CONSOLE' },
    action: 'BY_NAME',
  });
  expect(await found({ search: '张丽' })).toEqual(['BY_NAME']);
  const { errors } = await api.ask(cadre, '{ auditEntries(first: 5, actions: ["%"]) { chainIntact } }', {});
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('residents are masked, whatever they did, and whatever was written of them before', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  const resident: Viewer = {
    ...holder('COMMUNITY_CADRE', { areaId: at.community }),
    ...{ face: 'RESIDENT', name: '李桂蘭' },
  };
  await did(resident, 'SIGNED_OUT');
  await recordAttempt(api.database(), {
    actor: { ...actorOf(resident), name: '李桂蘭' },
    action: 'LONG_AGO',
  });
  const shown = async (search: string) =>
    (await list(cadre, { search })).edges.map(({ node }) => `${node.action} ${node.actorName}`);
  expect(await shown('SIGNED_OUT')).toEqual(['SIGNED_OUT 李*']);
  expect(await shown('LONG_AGO')).toEqual(['LONG_AGO 李*']);
  expect(await shown('李桂')).toEqual([]);
});

it('says when the trail is no longer what was written', async () => {
  const cadre = holder('DISTRICT_CADRE', { areaId: at.district });
  expect((await list(cadre)).chainIntact).toBe(true);
  const db = api.database();
  await db.query('ALTER TABLE audit_entry DISABLE TRIGGER ALL');
  await db.query(`UPDATE audit_entry SET actor_name = '別人' WHERE action = 'IN_COMMUNITY'`);
  expect((await list(cadre)).chainIntact).toBe(false);
});
