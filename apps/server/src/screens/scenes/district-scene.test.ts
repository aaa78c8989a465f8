import { expect, it } from '@jest/globals';
import { type AreaId, organisationId } from '@linli/domain/organisation/structure';
import {
  type OrganisationToSetUp,
  houseAuthor,
  setUpOrganisations,
} from '../../organisation/structure/index.js';
import { done, structureScenario } from '../../organisation/structure/structure.scenario.js';
import { transaction } from '../../platform/database/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { DESK } from '../../services/meals/canteen.scenario.js';
import { newId, testApi, statementsOf } from '../../testing/index.js';
import { type DistrictSceneSeen, SCENE, sceneScenario } from './scene.scenario.js';

const { database, ask } = testApi();
const { given, when, today } = bookingScenario(database);
const { divisions, areas, cadre, idOf } = structureScenario(database);
const { screen } = sceneScenario(database);
const COVERAGE = `query ($areaId: ID) { coverage(areaId: $areaId) { estates covered rate }
  coverageOfChildren(areaId: $areaId) { area { code name } estates covered rate } }`;

/** The real tree; seven estates in 沙北, three in 龍塔; branches in five and in two of them. */
async function district(): Promise<AreaId> {
  await divisions();
  const rows = (community: string, from: number, count: number) =>
    Array.from(
      { length: count },
      (_, i) => `E${String(from + i)},小区${String(from + i)},${community},ESTATE,2024-01-01,`,
    );
  done(await areas([...rows('411103001001', 0, 7), ...rows('411103002001', 7, 3)], '2024-01-01'));
  const [root, town, community] = [newId(organisationId), newId(organisationId), newId(organisationId)];
  const node = (
    id: typeof root,
    parentId: typeof root | null,
    more: Partial<OrganisationToSetUp> & Pick<OrganisationToSetUp, 'kind' | 'name'>,
  ): OrganisationToSetUp => ({ id, parentId, setUpOn: null, documentNumber: null, covers: [], ...more });
  const branches = await Promise.all(
    [0, 1, 2, 3, 4, 7, 8].map(async (i) =>
      node(newId(organisationId), community, {
        kind: 'ESTATE_BRANCH',
        name: `支部${String(i)}`,
        covers: [await idOf(`E${String(i)}`)],
      }),
    ),
  );
  await transaction(database(), (tx) =>
    setUpOrganisations(tx, houseAuthor('測試'), [
      node(root, null, { kind: 'DISTRICT_COMMITTEE', name: '區委' }),
      node(town, root, { kind: 'GRASSROOTS_COMMITTEE', name: '黨工委' }),
      node(community, town, { kind: 'COMMUNITY_COMMITTEE', name: '社區黨委' }),
      ...branches,
    ]),
  );
  return idOf('411103');
}

it('says what the console says of coverage, but no rate of fewer than five', async () => {
  const root = await district();
  const seen = (await ask(await screen({ areaId: root }), SCENE)).data?.scene as DistrictSceneSeen;
  const { coverage, coverageOfChildren } = (await ask(cadre(root), COVERAGE)).data as {
    coverage: object;
    coverageOfChildren: {
      area: { code: string; name: string };
      estates: number;
      covered: number;
      rate: number | null;
    }[];
  };

  expect(coverage).toEqual({ estates: 10, covered: 7, rate: 0.7 });
  expect(seen).toMatchObject(coverage);
  expect(seen.towns).toHaveLength(10);
  expect(seen.towns).toEqual(
    coverageOfChildren.map(({ area, estates, covered, rate }) => ({
      ...{ ...area, estates, covered },
      rate: estates < 5 ? null : rate,
    })),
  );
  expect(seen.towns.find(({ name }) => name === '沙北街道')).toMatchObject({
    estates: 7,
    covered: 5,
    rate: 5 / 7,
  });
  expect(seen.towns.find(({ name }) => name === '龍塔街道')).toMatchObject({
    estates: 3,
    covered: 2,
    rate: null,
  });
  expect(seen.series.at(-1)).toEqual({ on: today(), estates: 10, covered: 7, rate: 0.7 });
  expect(seen.series.length).toBeGreaterThan(24);
});

it('an area of any kind shows its own parts', async () => {
  const street = await idOf('411103001');
  const seen = (await ask(await screen({ areaId: street }), SCENE)).data?.scene as DistrictSceneSeen;
  expect(seen).toMatchObject({ areaName: '沙北街道', estates: 7, covered: 5 });
  expect(seen.towns.every(({ code }) => code.startsWith('411103001'))).toBe(true);
});

it('adds up what the desks of its centres say, and no other centre', async () => {
  const [street, other] = [await idOf('411103001'), await idOf('411103002')];
  const [community, otherCommunity] = [await idOf('411103001001'), await idOf('411103002001')];
  const wall = await screen({ areaId: street });
  const here = await Promise.all([1, 2].map(() => given.centre({ area: community })));
  const there = await given.centre({ area: otherCommunity });
  const home = await idOf('E0');
  const lunchOf = async (centre: (typeof here)[number], way: 'DINE_IN' | 'PICK_UP') => {
    const service = await given.service({ centre, meal: 'LUNCH', way });
    return given.arriving({ centre, service, capacity: 6 });
  };
  for (const centre of [...here, there]) {
    for (const way of ['DINE_IN', 'PICK_UP'] as const) {
      const session = await lunchOf(centre, way);
      await when.walksIn(given.staff(centre), session, await given.resident({ home }));
      const beneficiaryId = (await given.resident({ home })).personId;
      await when.hasBooked(given.staff(centre), session, { beneficiaryId, channel: 'COUNTER' });
    }
    await given.arriving({ centre, service: await given.service({ centre }), capacity: 8 });
  }

  const { services } = (await ask(wall, SCENE)).data?.scene as DistrictSceneSeen;
  const sessions: { title: string; taken: number; checkedIn: number; placesLeft: number }[] = [];
  for (const centre of here) {
    const { data } = await ask(given.staff(centre), DESK, { centre, day: today() });
    sessions.push(...(data?.desk as { sessions: typeof sessions }).sessions);
  }
  const lunches = sessions.filter(({ taken }) => taken > 0);
  const activities = sessions.filter(({ taken }) => taken === 0);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

  expect(services).toMatchObject({
    centres: 2,
    lunchesBooked: sum(lunches.map(({ taken }) => taken)),
    lunchesServed: sum(lunches.map(({ checkedIn }) => checkedIn)),
    activities: activities.length,
    activityPlacesLeft: sum(activities.map(({ placesLeft }) => placesLeft)),
  });
  expect(services).toMatchObject({
    lunchesBooked: 8,
    lunchesServed: 4,
    activities: 2,
    activityPlacesLeft: 16,
  });
  const { services: all } = (await ask(await screen({ areaId: await idOf('411103') }), SCENE)).data
    ?.scene as DistrictSceneSeen;
  expect(all).toMatchObject({ centres: 3, lunchesBooked: 12, lunchesServed: 6 });
  expect(other).not.toBe(street);
});

it('counts what was eaten on each of the seven days before today', async () => {
  const centre = await given.centre({ area: await idOf('411103101201') });
  const service = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN' });
  for (const daysAgo of [1, 3, 7, 8]) {
    const startsAt = new Date(Date.parse(`${today()}T11:00:00+08:00`) - daysAgo * 86_400_000);
    const { id } = await given.session({ centre, service, startsAt, opensAt: new Date(0) });
    await database().query('UPDATE session_places SET taken = 9, checked_in = $2 WHERE session_id = $1', [
      id,
      daysAgo,
    ]);
  }
  const wall = await screen({ areaId: await idOf('411103101') });
  const { services } = (await ask(wall, SCENE)).data?.scene as DistrictSceneSeen;
  const days = services.lunchesLastWeek as { day: string; count: number }[];
  expect(days.map(({ count }) => count)).toEqual([7, 0, 0, 0, 3, 0, 1]);
  expect(days.every(({ day }) => day < today())).toBe(true);
});

it('is read in four statements', async () => {
  const wall = await screen({ areaId: await idOf('411103') });
  const names = await statementsOf(database(), async () => {
    expect((await ask(wall, SCENE)).errors).toBeUndefined();
  });
  expect(names).toHaveLength(4);
});
