import { expect, it } from '@jest/globals';
import { substitutionId } from '@linli/domain/services/menus';
import { Refused } from '../../platform/graphql/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { daily, done, eventsOf, expectRefused, inDays } from '../centres/centre.scenario.js';
import { copyMenus, previewCopyMenus, substituteDish } from './index.js';
import { fish, menuScenario, tofu } from './menu.scenario.js';

const database = testDatabase();
const { given, when, stored } = menuScenario(database);
const chicken = { ...fish, name: '宮保雞丁', allergens: ['PEANUT' as const] };

const auditOf = (subjectId: string) =>
  database().query<{ action: string; detail: object }[]>(
    'SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY sequence',
    [subjectId],
  );

/** A menu of tomorrow, whose delivery is past its cut-off. */
async function frozenMenu() {
  const centre = await given.centre();
  const input = given.menu(centre, { day: inDays(1) });
  done(await when.saves(input));
  const delivery = await given.lunch(centre, { way: 'DELIVERY', cutOffMinutes: 3 * 24 * 60 });
  done(await when.publishes(delivery, daily()));
  const wish = {
    id: newId(substitutionId),
    menuId: input.id,
    replaced: fish.name,
    dish: chicken,
    reason: '魚沒到貨',
  };
  return { centre, input, wish };
}

it('after the freeze a dish is replaced with a reason, on record, once', async () => {
  const { centre, input, wish } = await frozenMenu();
  expectRefused(await when.saves({ ...input, dishes: [chicken, tofu] }), 'MENU_FROZEN');
  const cook = given.cook(centre);

  // A page in Simplified knows the dish by other signs.
  const shown = { ...wish, replaced: '清蒸鲈鱼' };
  const saved = done(await substituteDish(database(), cook, shown));
  expect(done(await substituteDish(database(), cook, shown)).dishes).toEqual(saved.dishes);
  expect(saved.dishes.map(({ name }) => name)).toEqual([chicken.name, tofu.name]);
  expect(done(await substituteDish(database(), cook, wish)).dishes).toEqual(saved.dishes);

  expect(await stored(input.id)).toMatchObject([{ dishes: [chicken, tofu] }]);
  expect(
    await database().query('SELECT * FROM menu_substitution WHERE menu_id = $1', [input.id]),
  ).toMatchObject([
    {
      id: wish.id,
      replaced: fish,
      dish: chicken,
      reason: '魚沒到貨',
      by_id: cook.personId,
      by_name: cook.name,
    },
  ]);
  expect(await auditOf(input.id)).toMatchObject([
    { action: 'MENU_SAVED' },
    {
      action: 'DISH_SUBSTITUTED',
      detail: { replaced: fish.name, dish: chicken.name, allergens: ['PEANUT'] },
    },
  ]);
  expect((await eventsOf(database(), centre.id)).filter((name) => name === 'menus.saved')).toHaveLength(2);
  await expect(
    database().query(`UPDATE menu_substitution SET reason = 'x' WHERE id = $1`, [wish.id]),
  ).rejects.toThrow('never changed');
});

it('refuses a dish that is not there or there already, and a menu that can still be saved', async () => {
  const { centre, input, wish } = await frozenMenu();
  const cook = given.cook(centre);
  const before = await stored(input.id);
  const tries = (unlike: object) =>
    substituteDish(database(), cook, { ...wish, id: newId(substitutionId), ...unlike });
  expectRefused(await tries({ replaced: '紅燒肉' }), 'DISH_NOT_ON_MENU');
  expectRefused(await tries({ dish: tofu }), 'DISH_ALREADY_ON_MENU');
  const open = given.menu(centre, { day: inDays(1), meal: 'DINNER' });
  done(await when.saves(open));
  expectRefused(await tries({ menuId: open.id }), 'MENU_NOT_FROZEN');
  await expect(substituteDish(database(), given.cook(await given.centre()), wish)).rejects.toThrow('No such');
  expect(await stored(input.id)).toEqual(before);
  done(await substituteDish(database(), cook, wish));
  expectRefused(await substituteDish(database(), cook, { ...wish, reason: '別的' }), 'CONFLICT');
  expect(await database().query('SELECT FROM menu_substitution WHERE menu_id = $1', [input.id])).toHaveLength(
    1,
  );
});

it('copies a week: the preview says what would happen, and it happens, once', async () => {
  const centre = await given.centre();
  const cook = given.cook(centre);
  const week = { centreId: centre.id, from: inDays(3), to: inDays(10) };
  for (const day of [3, 4, 5])
    done(await when.saves(given.menu(centre, { day: inDays(day), note: '今日特供' })));
  const other = given.menu(centre, { day: inDays(11), dishes: [tofu] });
  const same = given.menu(centre, { day: inDays(12), dishes: [{ ...fish, note: null }, tofu] });
  for (const menu of [other, same]) done(await when.saves(menu));
  const outcomes = [
    [inDays(10), 'NEW'],
    [inDays(11), 'OVERWRITES'],
    [inDays(12), 'SAME'],
  ];
  const told = ({ lines }: { lines: readonly { day: string; outcome: string }[] }) =>
    lines.map(({ day, outcome }) => [day, outcome]);

  const preview = await previewCopyMenus(database(), cook, week);
  expect(told(preview)).toEqual(outcomes);
  expect(preview.lines[1]).toMatchObject({ dishes: [fish, tofu], standing: [tofu] });
  expect(await database().query('SELECT FROM menu WHERE centre_id = $1', [centre.id])).toHaveLength(5);

  const careful = done(await copyMenus(database(), cook, { ...week, overwrite: false }));
  expect(careful.written).toBe(1);
  expect(await stored(other.id)).toMatchObject([{ dishes: [tofu] }]);
  const bold = done(await copyMenus(database(), cook, { ...week, overwrite: true }));
  expect(bold.written).toBe(1);
  expect(await stored(other.id)).toMatchObject([{ dishes: [fish, tofu], note: null }]);
  expect(done(await copyMenus(database(), cook, { ...week, overwrite: true })).written).toBe(0);
  expect((await auditOf(centre.id)).filter(({ action }) => action === 'MENUS_COPIED')).toMatchObject([
    { detail: { written: 1, overwritten: 0 } },
    { detail: { written: 1, overwritten: 1 } },
  ]);
});

it('leaves what is frozen, refuses an empty week, and is one when it comes twice at once', async () => {
  const { centre, input } = await frozenMenu();
  const cook = given.cook(centre);
  const empty = { centreId: centre.id, from: inDays(40), to: inDays(47), overwrite: true };
  expect(await copyMenus(database(), cook, empty)).toBeInstanceOf(Refused);
  // Last week's menu is of the past: taken over, as the demonstration does.
  await database().query(`UPDATE menu SET day = day - 7, dishes = dishes - 0 WHERE id = $1`, [input.id]);
  const copy = { centreId: centre.id, from: inDays(-6), to: inDays(1), overwrite: true };
  expect((await previewCopyMenus(database(), cook, copy)).lines).toMatchObject([{ outcome: 'FROZEN' }]);
  expect(done(await copyMenus(database(), cook, copy)).written).toBe(0);
  expect(await database().query('SELECT FROM menu WHERE centre_id = $1', [centre.id])).toHaveLength(1);

  const later = { ...copy, to: inDays(15) };
  const results = await Promise.all([0, 1, 2, 3].map(() => copyMenus(database(), cook, later)));
  expect(results.map((result) => done(result).written).toSorted()).toEqual([0, 0, 0, 1]);
  expect(await database().query('SELECT FROM menu WHERE centre_id = $1', [centre.id])).toHaveLength(2);
});
