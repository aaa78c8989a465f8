import { expect, it } from '@jest/globals';
import { foodSafetyLogId, mealReleaseId } from '@linli/domain/services/food-safety';
import { substitutionId } from '@linli/domain/services/menus';
import { newId, testApi } from '../../testing/index.js';
import { booked, bookingScenario } from '../bookings/booking.scenario.js';
import { canteen } from '../meals/canteen.scenario.js';
import { refusalToSetOutWith } from './index.js';

const { database, ask } = testApi();
const { given, when } = bookingScenario(database);

const SAFETY =
  '{ released releasedBy withdrawnAt faults { dish fault } entries { dish celsiusTenths reason byName } }';
const result = `{ __typename ... on MealSafety ${SAFETY} ... on Refused { code details } }`;
const RECORD = `mutation ($input: RecordFoodSafetyInput!) { recordFoodSafety(input: $input) ${result} }`;
const RELEASE = `mutation ($input: ReleaseMealInput!) { releaseMeal(input: $input) ${result} }`;
const DESK = `query ($centre: ID!, $day: Date!) { desk(centreId: $centre, day: $day) { releasedMeals } }`;

const measured = (dish: string, unlike: object = {}) => ({
  ...{ dish, sampleGrams: 125, keepHours: 48, celsiusTenths: 745, servedCold: false },
  ...unlike,
});

/** A lunch of today with two dishes, and who cooks it. */
async function kitchenAt() {
  const lunch = await canteen(given);
  const { centre, now, staff } = lunch;
  const cook = given.worker('KITCHEN', { centreId: centre });
  const at = { centreId: centre, day: now.day, meal: 'LUNCH' as const };
  const send = async (document: string, input: object, viewer = cook) =>
    Object.values((await ask(viewer, document, { input: { ...at, ...input } })).data ?? {})[0] as Record<
      string,
      unknown
    >;
  return {
    ...{ lunch, at, cook, staff, now },
    records: (entries: object[], more: object = {}) =>
      send(RECORD, { id: newId(foodSafetyLogId), entries, ...more }),
    releases: (more: object = {}) => send(RELEASE, { id: newId(mealReleaseId), ...more }),
    desk: async () =>
      (await ask(staff, DESK, { centre, day: now.day })).data?.desk as { releasedMeals: string[] },
    stored: () =>
      database().query<object[]>('SELECT * FROM food_safety_entry WHERE centre_id = $1 ORDER BY nth', [
        centre,
      ]),
    releasesStored: () =>
      database().query<object[]>('SELECT * FROM meal_release WHERE centre_id = $1 ORDER BY released_at', [
        centre,
      ]),
    trail: () =>
      database().query<{ action: string }[]>(
        `SELECT action, detail FROM audit_entry WHERE actor_id = $1 ORDER BY sequence`,
        [cook.personId],
      ),
  };
}

it('a meal is released when each dish has its sample and its temperature, and the refusal names what is missing', async () => {
  const kitchen = await kitchenAt();
  expect(await kitchen.releases()).toMatchObject({
    code: 'FOOD_SAFETY_FAULT',
    details: { dishes: '宮保雞丁、小米南瓜粥', count: 4 },
  });
  await kitchen.records([measured('宮保雞丁'), measured('小米南瓜粥', { celsiusTenths: 599 })]);
  expect(await kitchen.releases()).toMatchObject({
    details: { dishes: '小米南瓜粥', faults: '小米南瓜粥 NOT_HOT_ENOUGH' },
  });
  expect(await kitchen.releasesStored()).toEqual([]);
  expect(await kitchen.desk()).toEqual({ releasedMeals: [] });
  expect(await refusalToSetOutWith(database(), kitchen.at)).toBe('MEAL_NOT_RELEASED');

  // Who arrives before that is let in.
  booked(await when.walksIn(kitchen.staff, kitchen.now, await given.resident()));

  const again = [measured('小米南瓜粥', { sampleGrams: null, keepHours: null, celsiusTenths: 820 })];
  expect(await kitchen.records(again)).toMatchObject({ code: 'CORRECTION_NEEDS_REASON' });
  expect(await kitchen.stored()).toHaveLength(2);
  await kitchen.records(again, { reason: '回鍋加熱' });
  const id = newId(mealReleaseId);
  const released = { released: true, releasedBy: kitchen.cook.name, faults: [] };
  expect(await kitchen.releases({ id })).toMatchObject(released);
  expect(await kitchen.releases({ id })).toMatchObject(released);
  expect(await kitchen.releases()).toMatchObject(released);
  expect(await kitchen.releasesStored()).toHaveLength(1);
  expect(await kitchen.desk()).toEqual({ releasedMeals: ['LUNCH'] });
  expect(await refusalToSetOutWith(database(), kitchen.at)).toBeUndefined();
  // The first entry is still there as it was.
  expect(await kitchen.stored()).toMatchObject([
    { dish: '宮保雞丁', celsius_tenths: 745 },
    { dish: '小米南瓜粥', celsius_tenths: 599, reason: null },
    { dish: '小米南瓜粥', celsius_tenths: 820, reason: '回鍋加熱', by_name: kitchen.cook.name },
  ]);
  expect((await kitchen.trail()).map(({ action }) => action)).toEqual([
    'FOOD_SAFETY_CORRECTED',
    'MEAL_RELEASED',
  ]);
});

it('what a page in Simplified measured is of the dish as the menu has it, and sent again it is the same', async () => {
  const kitchen = await kitchenAt();
  const id = newId(foodSafetyLogId);
  for (let i = 0; i < 2; i += 1) {
    expect(await kitchen.records([measured('宫保鸡丁')], { id })).toMatchObject({
      entries: [{ dish: '宮保雞丁', celsiusTenths: 745 }],
    });
  }
  expect(await kitchen.stored()).toMatchObject([{ dish: '宮保雞丁' }]);
});

it('a release falls with an entry out of bounds, and has to be signed again', async () => {
  const kitchen = await kitchenAt();
  await kitchen.records([measured('宮保雞丁'), measured('小米南瓜粥')]);
  await kitchen.releases();
  const fallen = await kitchen.records([measured('宮保雞丁', { celsiusTenths: 400 })], {
    reason: '溫度計壞了',
  });
  expect(fallen).toMatchObject({ released: false, faults: [{ dish: '宮保雞丁', fault: 'NOT_HOT_ENOUGH' }] });
  expect(await kitchen.desk()).toEqual({ releasedMeals: [] });
  await kitchen.records([measured('宮保雞丁')], { reason: '換溫度計重測' });
  expect(await refusalToSetOutWith(database(), kitchen.at)).toBe('MEAL_NOT_RELEASED');
  await kitchen.releases();
  expect(await kitchen.releasesStored()).toMatchObject([{ withdrawn_by: 'ENTRY' }, { withdrawn_by: null }]);
  expect((await kitchen.trail()).map(({ action }) => action)).toContain('MEAL_RELEASE_WITHDRAWN');
});

it('a release falls with a dish that is replaced: the new one was not measured', async () => {
  const kitchen = await kitchenAt();
  await kitchen.records([measured('宮保雞丁'), measured('小米南瓜粥')]);
  await kitchen.releases();
  const [menu] = await database().query<{ id: string }[]>(
    'SELECT id FROM menu WHERE centre_id = $1 AND day = $2',
    [kitchen.at.centreId, kitchen.at.day],
  );
  const dish = { name: '素燒豆腐', look: 'tofu', allergens: ['SOY'], textures: ['REGULAR'] };
  await ask(
    kitchen.cook,
    `mutation ($input: SubstituteDishInput!) { substituteDish(input: $input) { __typename } }`,
    {
      input: { id: newId(substitutionId), menuId: menu?.id, replaced: '宮保雞丁', dish, reason: '變質' },
    },
  );
  expect(await refusalToSetOutWith(database(), kitchen.at)).toBe('MEAL_NOT_RELEASED');
  expect(await kitchen.releases()).toMatchObject({
    code: 'FOOD_SAFETY_FAULT',
    details: { dishes: '素燒豆腐' },
  });
  expect(await kitchen.releasesStored()).toMatchObject([{ withdrawn_by: 'MENU' }]);
});

it('the log is of today and of the menu, and only added to', async () => {
  const kitchen = await kitchenAt();
  const tomorrow = { day: kitchen.lunch.tomorrow.dineIn.day };
  expect(await kitchen.records([measured('宮保雞丁')], tomorrow)).toMatchObject({ code: 'MEAL_NOT_TODAY' });
  expect(await kitchen.releases(tomorrow)).toMatchObject({ code: 'MEAL_NOT_TODAY' });
  expect(await kitchen.records([measured('紅燒肉')])).toMatchObject({ code: 'DISH_NOT_ON_MENU' });
  expect(await kitchen.records([measured('宮保雞丁')], { meal: 'DINNER' })).toMatchObject({
    code: 'NO_MENU',
  });
  const { errors } = await ask(kitchen.cook, RECORD, {
    input: {
      ...kitchen.at,
      id: newId(foodSafetyLogId),
      entries: [measured('宮保雞丁', { celsiusTenths: 9000 })],
    },
  });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await kitchen.stored()).toEqual([]);

  const id = newId(foodSafetyLogId);
  for (const _ of [1, 2]) await kitchen.records([measured('宮保雞丁')], { id });
  expect(await kitchen.records([measured('小米南瓜粥')], { id })).toMatchObject({ code: 'CONFLICT' });
  const before = await kitchen.stored();
  expect(before).toHaveLength(1);
  for (const text of ['UPDATE food_safety_entry SET celsius_tenths = 999', 'DELETE FROM food_safety_entry']) {
    await expect(database().query(text)).rejects.toThrow('only added to');
  }
  expect(await kitchen.stored()).toEqual(before);
});

it('eight who release at once are one release; a bad entry at the same moment does not slip by', async () => {
  const kitchen = await kitchenAt();
  await kitchen.records([measured('宮保雞丁'), measured('小米南瓜粥')]);
  const bad = kitchen.records([measured('宮保雞丁', { celsiusTenths: 300 })], { reason: '重測' });
  const answers = await Promise.all([...Array.from({ length: 8 }, () => kitchen.releases()), bad]);
  expect(answers).toHaveLength(9);
  const inForce = (await kitchen.releasesStored()).filter(
    (row) => (row as { withdrawn_at: unknown }).withdrawn_at === null,
  );
  expect(inForce).toEqual([]);
});
