import { expect, it } from '@jest/globals';
import { menuId } from '@linli/domain/services/menus';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { daily, done, eventsOf, expectRefused, inDays } from '../centres/centre.scenario.js';
import { furnishMenus, type Menu } from './index.js';
import { fish, menuScenario, tofu } from './menu.scenario.js';

const database = testDatabase();
const { given, when, stored } = menuScenario(database);
const simplifiedNames: Readonly<Record<string, string>> = { 清蒸鱸魚: '清蒸鲈鱼', 家常豆腐: '家常豆腐' };
const savedTimes = async (subject: string) =>
  (await eventsOf(database(), subject)).filter((name) => name === 'menus.saved').length;

it('saves, is the same again, and changes', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);

  const saved = done(await when.saves(input));
  expect(saved).toMatchObject({ ...input });
  expect(done(await when.saves(input))).toEqual(saved);
  expect(await savedTimes(centre.id)).toBe(1);

  const changed = done(await when.saves({ ...input, dishes: [tofu], note: '今日換菜' }));
  expect(changed).toMatchObject({ id: input.id, dishes: [tofu], note: '今日換菜' });
  expect(await stored(input.id)).toMatchObject([{ dishes: [tofu], note: '今日換菜' }]);
  expect(await savedTimes(centre.id)).toBe(2);
});

it('a page in Simplified that changes a note leaves the dishes as they are stored', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);
  done(await when.saves(input));
  const shown = input.dishes.map((dish) => ({ ...dish, name: simplifiedNames[dish.name] ?? dish.name }));
  expect(shown).not.toEqual(input.dishes);
  done(await when.saves({ ...input, dishes: shown, note: '少鹽' }));
  expect(await stored(input.id)).toMatchObject([{ dishes: input.dishes, note: '少鹽' }]);
});

it('refuses a second menu for the meal, and the id of another meal', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);
  done(await when.saves(input));
  const before = await stored(input.id);

  const second = given.menu(centre, { dishes: [tofu] });
  expectRefused(await when.saves(second), 'CONFLICT');
  expectRefused(await when.saves({ ...input, day: inDays(4) }), 'CONFLICT');
  expectRefused(await when.saves({ ...input, meal: 'DINNER' }), 'CONFLICT');
  expect(await stored(second.id)).toEqual([]);
  expect(await stored(input.id)).toEqual(before);
  expect(await savedTimes(centre.id)).toBe(1);
});

it('the same save many times at once is one menu; two different first saves are one and a refusal', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);
  const same = await Promise.all(Array.from({ length: 8 }, () => when.saves(input)));
  expect(new Set(same.map((result) => done(result).id))).toEqual(new Set([input.id]));
  expect(await savedTimes(centre.id)).toBe(1);

  const [one, other] = [given.menu(centre, { day: inDays(4) }), given.menu(centre, { day: inDays(4) })];
  const results = await Promise.all([when.saves(one), when.saves(other)]);
  expect(results.filter((result) => 'code' in result)).toMatchObject([{ code: 'CONFLICT' }]);
  expect([...(await stored(one.id)), ...(await stored(other.id))]).toHaveLength(1);
});

it('freezes with the first way past its cut-off: then only notes change', async () => {
  const centre = await given.centre();
  const input = given.menu(centre, { day: inDays(1) });
  const dineIn = await given.lunch(centre, { cutOffMinutes: 0 });
  done(await when.publishes(dineIn, daily('23:00', '23:30')));
  done(await when.saves(input));
  done(await when.saves({ ...input, dishes: [tofu] }));
  const delivery = await given.lunch(centre, {
    way: 'DELIVERY',
    opensDaysAhead: 7,
    cutOffMinutes: 3 * 24 * 60,
  });
  done(await when.publishes(delivery, daily('11:00', '12:00')));
  const before = await stored(input.id);

  expectRefused(await when.saves(input), 'MENU_FROZEN');
  expectRefused(await when.saves({ ...input, dishes: [{ ...tofu, allergens: [] }] }), 'MENU_FROZEN');
  expect(await stored(input.id)).toEqual(before);
  const noted = done(await when.saves({ ...input, dishes: [{ ...tofu, note: '微辣' }], note: '添飯免費' }));
  expect(noted).toMatchObject({ dishes: [{ ...tofu, note: '微辣' }], note: '添飯免費' });

  const late = given.menu(centre, { day: inDays(2) });
  expectRefused(await when.saves(late), 'MENU_FROZEN');
  expect(await stored(late.id)).toEqual([]);
  done(await when.saves(given.menu(centre, { day: inDays(2), meal: 'DINNER' })));
});

it('a cancelled session freezes nothing; a day that is over is frozen', async () => {
  const centre = await given.centre();
  const delivery = await given.lunch(centre, { way: 'DELIVERY', cutOffMinutes: 3 * 24 * 60 });
  done(await when.publishes(delivery, daily()));
  expectRefused(await when.saves(given.menu(centre, { day: inDays(1) })), 'MENU_FROZEN');
  await when.closes(centre, inDays(1));
  done(await when.saves(given.menu(centre, { day: inDays(1) })));
  expectRefused(await when.saves(given.menu(centre, { day: inDays(-1) })), 'MENU_FROZEN');
});

it('is for the kitchen and the staff of the centre', async () => {
  const [centre, other] = [await given.centre(), await given.centre()];
  const input = given.menu(centre);
  for (const stranger of [
    given.cook(other),
    given.staff(other),
    given.cadre(other.areaId),
    given.resident(),
  ]) {
    await expect(when.saves(input, stranger)).rejects.toThrow('No such centre');
  }
  expect(await stored(input.id)).toEqual([]);
  done(await when.saves(input, given.staff(centre)));
});

it('furnishes many, past ones too, and leaves those that are there', async () => {
  const centre = await given.centre();
  const menus = Array.from({ length: 28 }, (_, i): Menu => {
    return { ...given.menu(centre, { day: inDays(i - 14), dishes: [fish] }), id: newId(menuId) } as Menu;
  });
  const furnish = () => transaction(database(), (tx) => furnishMenus(tx, menus));
  expect(await furnish()).toBe(28);
  expect(await furnish()).toBe(0);
});
