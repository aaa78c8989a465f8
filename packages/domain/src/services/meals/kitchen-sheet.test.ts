import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Texture } from '../../organisation/people/index.js';
import { isCookedFor, kitchenSheet, type MenuDish, type WayCounts } from './kitchen-sheet.js';
import { allergens, orderOf, orders } from './orders.scenario.js';

const menus: fc.Arbitrary<MenuDish[]> = fc
  .uniqueArray(fc.constantFrom('土豆紅燒肉', '番茄炒蛋', '清炒小白菜', '豆腐蛋花湯', '小米南瓜粥'), {
    maxLength: 5,
  })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), allergens, textures: fc.subarray(Object.values(Texture)) }),
      ),
    ),
  );

const sum = (rows: readonly { readonly counts: WayCounts }[]): WayCounts =>
  rows.reduce(
    (all, { counts }) => ({
      dineIn: all.dineIn + counts.dineIn,
      pickUp: all.pickUp + counts.pickUp,
      delivery: all.delivery + counts.delivery,
      total: all.total + counts.total,
    }),
    { dineIn: 0, pickUp: 0, delivery: 0, total: 0 },
  );

it('every portion is in the sum of its texture, of its way, and of the sheet', () => {
  fc.assert(
    fc.property(orders, menus, (portions, menu) => {
      const sheet = kitchenSheet(portions, menu);
      const { dineIn, pickUp, delivery, total } = sheet.totals;
      expect(total).toBe(portions.length);
      expect(dineIn + pickUp + delivery).toBe(total);
      expect(sum(sheet.textures)).toEqual(sheet.totals);
    }),
  );
});

it('every dish is cooked once for each who eats its texture, less those who must not get it', () => {
  fc.assert(
    fc.property(orders, menus, (portions, menu) => {
      const sheet = kitchenSheet(portions, menu);
      for (const { dish, texture, counts } of sheet.dishes) {
        const eaters = sheet.textures.find((row) => row.texture === texture)?.counts.total ?? NaN;
        const without = sheet.allergies.filter(
          (row) => row.texture === texture && row.clashes.includes(dish),
        );
        expect(counts.total + without.length).toBe(eaters);
      }
      const cooked = menu.flatMap((dish) =>
        Object.values(Texture).filter((texture) => isCookedFor(dish, texture)),
      );
      expect(sheet.dishes).toHaveLength(cooked.length);
    }),
  );
});

it('names the dishes that clash, only among those that the person would get', () => {
  const menu: MenuDish[] = [
    { name: '宮保雞丁', allergens: ['PEANUT'], textures: ['REGULAR'] },
    { name: '花生湯', allergens: ['PEANUT'], textures: [] },
  ];
  const soft = orderOf(318, { texture: 'SOFT', allergies: ['PEANUT'], overridden: true });
  const sheet = kitchenSheet([soft], menu);
  expect(sheet.allergies).toEqual([
    {
      ticketNumber: '1318',
      allergens: ['PEANUT'],
      texture: 'SOFT',
      way: 'DINE_IN',
      clashes: ['花生湯'],
      overridden: true,
    },
  ]);
  expect(sheet.dishes.map(({ dish, texture, counts }) => [dish, texture, counts.total])).toEqual([
    ['宮保雞丁', 'REGULAR', 0],
    ['花生湯', 'REGULAR', 0],
    ['花生湯', 'SOFT', 0],
    ['花生湯', 'LIQUID', 0],
  ]);
});
