import { expect, it } from '@jest/globals';
import type { CentreId } from '@linli/domain/services/centres';
import { testApi } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';

const { database, ask } = testApi();
const { given } = bookingScenario(database);

const QUERY = `query ($of: ID!) { nearbyCentres(beneficiaryId: $of) {
  centre { id } isOwn metres categories } }`;

const near = async (viewer: Parameters<typeof ask>[0], of: string) =>
  (await ask(viewer, QUERY, { of })).data?.nearbyCentres as {
    centre: { id: string };
    isOwn: boolean;
    metres: number | null;
    categories: string[];
  }[];

const onTheMap = (centre: CentreId, latitude: number) =>
  database().query('UPDATE centre SET latitude = $2, longitude = 114 WHERE id = $1', [centre, latitude]);

it('shows one’s own centre first, the others by how far they are, and none that offers nothing or is in another town', async () => {
  const { street, building, otherCommunity } = await given.tree();
  const own = await given.usualCentre();
  const [far, close, empty, abroad] = [
    await given.centre({ area: street, name: '遠' }),
    await given.centre({ area: otherCommunity, name: '近' }),
    await given.centre({ area: street, name: '空' }),
    await given.centre({ area: street, name: '另一個鎮' }),
  ];
  await given.service({ centre: own, meal: 'LUNCH', way: 'DINE_IN' });
  await given.service({ centre: own });
  for (const centre of [far, close, abroad]) await given.service({ centre });
  await database().query('INSERT INTO area_position (area_id, latitude, longitude) VALUES ($1, 33.58, 114)', [
    building,
  ]);
  await onTheMap(own, 33.7);
  await onTheMap(far, 33.6);
  await onTheMap(close, 33.59);
  await onTheMap(abroad, 33.62);
  const lan = await given.resident();

  const shown = await near(lan, lan.personId);

  expect(shown.map(({ centre: { id }, isOwn, categories }) => [id, isOwn, categories])).toEqual([
    [own, true, ['HAIRCUT', 'MEAL']],
    [close, false, ['HAIRCUT']],
    [far, false, ['HAIRCUT']],
  ]);
  expect(shown.map(({ centre }) => centre.id)).not.toContain(empty);
  const [, toClose = 0, toFar = 0] = shown.map(({ metres }) => metres ?? undefined);
  // A hundredth of a degree is 1,112 m through the air, and 1.3 times that along the streets.
  expect([Math.round(toClose / 10), Math.round(toFar / 10)]).toEqual([145, 289]);
});

it('what is not on the map comes last, with no distance', async () => {
  const { otherBuilding } = await given.tree();
  const lan = await given.resident({ home: otherBuilding });
  const shown = await near(lan, lan.personId);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.map(({ metres }) => metres)).toEqual(shown.map(() => null));
  expect(shown.filter(({ isOwn }) => isOwn)).toHaveLength(1);
});

it('is nobody else’s', async () => {
  const [lan, stranger] = [await given.resident(), await given.resident()];
  expect((await ask(stranger, QUERY, { of: lan.personId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
