import { expect, it } from '@jest/globals';
import { personId } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { newId, testApi, statementsOf } from '../../testing/index.js';
import { bookingScenario, hours, minutes } from '../../services/bookings/booking.scenario.js';
import { canteen, DESK } from '../../services/meals/canteen.scenario.js';
import { type CentreSceneSeen, PREVIEW, SCENE, sceneScenario } from './scene.scenario.js';

const { database, ask } = testApi();
const { given, when, today } = bookingScenario(database);
const { screen } = sceneScenario(database);

interface DeskSession {
  readonly id: string;
  readonly title: string;
  readonly taken: number;
  readonly checkedIn: number;
  readonly placesLeft: number;
}

it('the seats on the wall are the seats of the desk, however people came', async () => {
  const { centre, now, staff } = await canteen(given);
  const wall = await screen({ centreId: centre });
  const [came, comes] = [await given.resident(), await given.resident()];
  await when.walksIn(staff, now, came);
  await when.hasBooked(staff, now, {
    beneficiaryId: comes.personId,
    channel: 'COUNTER',
  });

  const seen = (await ask(wall, SCENE)).data?.scene as CentreSceneSeen;
  const desk = (await ask(staff, DESK, { centre, day: today() })).data?.desk as { sessions: DeskSession[] };
  const atDesk = desk.sessions.find(({ id }) => id === now.id);

  expect(atDesk).toMatchObject({ taken: 2, checkedIn: 1, placesLeft: 3 });
  const { id: _id, title: _title, ...counts } = atDesk ?? {};
  expect(seen.lunch).toMatchObject({ day: today(), capacity: 5, ...counts });
  expect(seen.lunch).toMatchObject({
    dishes: [{ name: '宮保雞丁', allergens: ['PEANUT'] }, { name: '小米南瓜粥' }],
  });
});

it('shows the next lunch by its seats, and the activities of today and of the six days after', async () => {
  const { centre, tomorrow, haircut } = await canteen(given);
  const wall = await screen({ centreId: centre }, '東廳');
  const service = await given.service({ centre, name: '書法課' });
  const later = await given.session({ centre, service, startsAt: hours(24 * 6), capacity: 7 });
  const tooLate = await given.session({ centre, service, startsAt: hours(24 * 8) });
  const off = await given.session({ centre, service, startsAt: hours(24 * 3), state: 'CANCELLED' });

  const seen = (await ask(wall, SCENE)).data?.scene as CentreSceneSeen & { screenName: string };
  expect(seen.screenName).toBe('東廳');
  expect(seen.nextLunch).toMatchObject({
    day: tomorrow.dineIn.day,
    capacity: 4,
    placesLeft: 4,
    checkedIn: 0,
  });
  const ids = [...seen.today, ...seen.week].map(({ id }) => id);
  expect(ids).toEqual([haircut.id, later.id]);
  expect(ids).not.toContain(tooLate.id);
  expect(ids).not.toContain(off.id);
  expect(seen.week.at(-1)?.placesLeft).toBe(7);
});

it('adds the sittings of a day, and counts what is picked up only where nobody sits', async () => {
  const { community } = await given.tree();
  const centre = await given.centre({ area: community });
  const startsAt = new Date(`${addDays(today(), 1)}T11:00:00+08:00`);
  const closesAt = new Date(Math.min(startsAt.getTime(), minutes(60).getTime()));
  const pickUp = await given.service({ centre, meal: 'LUNCH', way: 'PICK_UP' });
  await given.session({ centre, service: pickUp, startsAt, closesAt, capacity: 9 });
  const wall = await screen({ centreId: centre });
  const capacity = async () => ((await ask(wall, SCENE)).data?.scene as CentreSceneSeen).nextLunch?.capacity;
  expect(await capacity()).toBe(9);

  const dineIn = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN' });
  for (const hour of [0, 1]) {
    const at = new Date(startsAt.getTime() + hour * 3_600_000);
    await given.session({ centre, service: dineIn, startsAt: at, closesAt, capacity: 5 });
  }
  expect(await capacity()).toBe(10);
});

it('"from" is the best price by age, not what a need alone would give, nor another place', async () => {
  const { centre } = await canteen(given);
  const { otherStreet, street } = await given.tree();
  const wall = await screen({ centreId: centre });
  const fromFen = async () => ((await ask(wall, SCENE)).data?.scene as CentreSceneSeen).nextLunch?.fromFen;
  expect(await fromFen()).toBe(1200);
  await given.rule({ subsidyFen: 1000, careNeed: 'LOW_INCOME' });
  await given.rule({ subsidyFen: 1100, minAge: 60, areaId: otherStreet });
  expect(await fromFen()).toBe(1200);
  await given.rule({ subsidyFen: 400, minAge: 60 });
  await given.rule({ subsidyFen: 800, minAge: 76, areaId: street });
  expect(await fromFen()).toBe(400);
});

it('a wall sees its own place, whoever else asks sees none, and a preview reaches as far as its viewer', async () => {
  const { centre, staff } = await canteen(given);
  const { street, otherStreet } = await given.tree();
  const code = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).errors?.[0]?.extensions.code;

  expect(await code(undefined, SCENE)).toBe('UNAUTHENTICATED');
  expect(await code(staff, SCENE)).toBe('FORBIDDEN');
  expect(await code(await given.resident(), SCENE)).toBe('FORBIDDEN');
  expect(await code(await screen({ centreId: centre }), PREVIEW, { centreId: centre })).toBe('FORBIDDEN');

  const near = given.worker('TOWN_CADRE', { areaId: street });
  const far = given.worker('TOWN_CADRE', { areaId: otherStreet });
  for (const viewer of [staff, near]) {
    const { data } = await ask(viewer, PREVIEW, { centreId: centre });
    expect(data?.scene).toMatchObject({ __typename: 'CentreScene', screenName: '沙北街道鄰里中心' });
  }
  expect((await ask(near, PREVIEW, { areaId: street })).data?.scene).toMatchObject({
    __typename: 'DistrictScene',
  });
  expect(await code(far, PREVIEW, { centreId: centre })).toBe('NOT_FOUND');
  expect(await code(far, PREVIEW, { areaId: street })).toBe('NOT_FOUND');
  expect(await code(staff, PREVIEW, { areaId: street })).toBe('NOT_FOUND');
  expect(await code(near, PREVIEW, {})).toBe('NOT_FOUND');
  expect(await code(near, PREVIEW, { centreId: newId(personId) })).toBe('NOT_FOUND');
});

it('is read in three statements', async () => {
  const { centre } = await canteen(given);
  const wall = await screen({ centreId: centre });
  const names = await statementsOf(database(), async () => {
    expect((await ask(wall, SCENE)).errors).toBeUndefined();
  });
  expect(names.toSorted()).toEqual(['centre-shown', 'lunches-shown', 'sessions-shown']);
});
