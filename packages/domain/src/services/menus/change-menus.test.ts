import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../base/index.js';
import { Meal } from '../centres/index.js';
import { copyMenusInput, copyOfMenus, planCopy } from './copy-menus.js';
import type { Dish } from './menu.js';
import { refusalToSubstitute, substituted } from './substitution.js';

const dish = (name: string, unlike: Partial<Dish> = {}): Dish => ({
  ...{ name, look: 'rice', note: null, allergens: [], textures: ['REGULAR'] },
  ...unlike,
});
const [pork, tofu] = [dish('土豆紅燒肉'), dish('素燒豆腐')];
const MONDAY = plainDate.parse('2026-11-16');
const NEXT = plainDate.parse('2026-11-23');

it('a dish is replaced in its place, once the menu is frozen and before the day is over', () => {
  const facts = {
    dishes: [pork, dish('米飯')],
    replaced: pork.name,
    by: tofu.name,
    isFrozen: true,
    isOver: false,
  };
  expect(refusalToSubstitute(facts)).toBeUndefined();
  expect(substituted(facts.dishes, pork.name, tofu).map(({ name }) => name)).toEqual(['素燒豆腐', '米飯']);
  expect(refusalToSubstitute({ ...facts, isFrozen: false })).toBe('MENU_NOT_FROZEN');
  expect(refusalToSubstitute({ ...facts, isOver: true })).toBe('MENU_FROZEN');
  expect(refusalToSubstitute({ ...facts, replaced: '清蒸冬瓜' })).toBe('DISH_NOT_ON_MENU');
  expect(refusalToSubstitute({ ...facts, by: '米飯' })).toBe('DISH_ALREADY_ON_MENU');
  // The same dish made with something else.
  expect(refusalToSubstitute({ ...facts, by: pork.name })).toBeUndefined();
});

it('says of each meal what copying would do to it', () => {
  const menu = (days: number, dishes: Dish[], meal: Meal = 'LUNCH') => ({
    ...{ day: addDays(MONDAY, days), meal, dishes },
  });
  const source = [
    menu(3, [pork]),
    menu(0, [pork], 'DINNER'),
    menu(0, [pork]),
    menu(1, [pork]),
    menu(2, [pork]),
  ];
  const standing = [menu(8, [{ ...pork, note: '少鹽' }]), menu(9, [tofu]), menu(10, [tofu])];
  const lines = planCopy({ from: MONDAY, to: NEXT }, { source, standing }, (day) => day === '2026-11-26');
  expect(lines.map(({ day, meal, outcome }) => [day, meal, outcome])).toEqual([
    ['2026-11-23', 'LUNCH', 'NEW'],
    ['2026-11-23', 'DINNER', 'NEW'],
    ['2026-11-24', 'LUNCH', 'SAME'],
    ['2026-11-25', 'LUNCH', 'OVERWRITES'],
    ['2026-11-26', 'LUNCH', 'FROZEN'],
  ]);
});

it('copying twice is copying once, whatever stood there, but for what is frozen', () => {
  const anyMenu = fc.record({
    offset: fc.nat(6),
    meal: fc.constantFrom(...Object.values(Meal)),
    dishes: fc.constantFrom([pork], [tofu], [pork, tofu]),
  });
  const menus = (first: typeof MONDAY) =>
    fc
      .uniqueArray(anyMenu, { maxLength: 12, selector: ({ offset, meal }) => `${String(offset)} ${meal}` })
      .map((list) => list.map(({ offset, meal, dishes }) => ({ day: addDays(first, offset), meal, dishes })));
  fc.assert(
    fc.property(menus(MONDAY), menus(NEXT), fc.boolean(), (source, standing, frozen) => {
      const plan = { from: MONDAY, to: NEXT };
      const lines = planCopy(plan, { source, standing }, () => frozen);
      expect(lines).toHaveLength(source.length);
      const written = lines.filter(({ outcome }) => outcome === 'NEW' || outcome === 'OVERWRITES');
      const left = standing.filter((menu) => !written.some(({ standing: over }) => over === menu));
      const after = [...left, ...written.map(({ day, meal, source: { dishes } }) => ({ day, meal, dishes }))];
      const again = planCopy(plan, { source, standing: after }, () => frozen);
      expect(again.filter(({ outcome }) => outcome !== 'SAME')).toHaveLength(
        frozen ? lines.filter(({ outcome }) => outcome === 'FROZEN').length : 0,
      );
      if (frozen) expect(written).toEqual([]);
    }),
  );
});

it('a week is copied forwards, by at most half a year', () => {
  const week = { centreId: '0190a2c4-5b1e-7000-8000-000000000001', from: '2026-11-16' };
  const fits = (to: string) => copyOfMenus.safeParse({ ...week, to }).success;
  expect(['2026-11-22', '2026-11-23', '2027-05-17', '2027-05-18'].map(fits)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(copyMenusInput.safeParse({ ...week, to: '2026-11-22', overwrite: true }).success).toBe(false);
});
