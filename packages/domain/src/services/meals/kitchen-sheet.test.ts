import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Allergen, Texture } from '../../organisation/people/index.js';
import { MealWay } from '../centres/index.js';
import { isCookedFor, kitchenSheet, type MealOrder, type MenuDish, type WayCounts } from './kitchen-sheet.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 12, minutes));
const FREEZES = { DINE_IN: at(60), PICK_UP: at(60), DELIVERY: at(0) };

const allergens = fc.subarray(Object.values(Allergen), { maxLength: 2 });
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
const order = fc.record({
  way: fc.constantFrom(...Object.values(MealWay)),
  texture: fc.constantFrom(...Object.values(Texture)),
  allergies: allergens,
  bookedAt: fc.integer({ min: -60, max: 120 }).map(at),
  givenUpAfter: fc.option(fc.nat(60)),
  served: fc.boolean(),
});
const orders: fc.Arbitrary<MealOrder[]> = fc.array(order, { maxLength: 40 }).map((list) =>
  list.map(({ givenUpAfter, ...each }, i) => ({
    ...each,
    ticketNumber: String(1000 + i),
    overridden: false,
    stands: givenUpAfter === null,
    bookedBy: '周秀芬',
    cancelledAt: givenUpAfter === null ? null : new Date(each.bookedAt.getTime() + givenUpAfter * 60_000),
    cancelledBy: '周秀芬',
    cancelReason: givenUpAfter === null ? null : '住院',
  })),
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

it('four books agree: orders, textures, ways, and the sheet', () => {
  fc.assert(
    fc.property(orders, menus, (all, menu) => {
      const sheet = kitchenSheet(all, menu, FREEZES);
      const { dineIn, pickUp, delivery, total } = sheet.totals;
      expect(sheet.orders).toBe(all.filter(({ stands }) => stands).length);
      expect(total).toBe(sheet.orders);
      expect(dineIn + pickUp + delivery).toBe(total);
      expect(sum(sheet.textures)).toEqual(sheet.totals);
    }),
  );
});

it('every dish is cooked once for each who eats its texture, less those who must not get it', () => {
  fc.assert(
    fc.property(orders, menus, (all, menu) => {
      const sheet = kitchenSheet(all, menu, FREEZES);
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

it('what stood when a way froze, with the slips since, is what stands now', () => {
  fc.assert(
    fc.property(orders, menus, (all, menu) => {
      const { slips, totals } = kitchenSheet(all, menu, FREEZES);
      const ways = [
        ['DINE_IN', totals.dineIn],
        ['PICK_UP', totals.pickUp],
        ['DELIVERY', totals.delivery],
      ] as const;
      for (const [way, now] of ways) {
        const stood = all.filter(
          (each) =>
            each.way === way &&
            each.bookedAt < FREEZES[way] &&
            (each.cancelledAt === null || each.cancelledAt >= FREEZES[way]),
        ).length;
        const since = slips.filter((slip) => slip.way === way).reduce((net, { change }) => net + change, 0);
        expect(stood + since).toBe(now);
      }
    }),
  );
});

it('names the dishes that clash, only among those that the person would get', () => {
  const menu: MenuDish[] = [
    { name: '宮保雞丁', allergens: ['PEANUT'], textures: ['REGULAR'] },
    { name: '花生湯', allergens: ['PEANUT'], textures: [] },
  ];
  const soft: MealOrder = {
    ticketNumber: '1318',
    way: 'DINE_IN',
    texture: 'SOFT',
    allergies: ['PEANUT'],
    overridden: true,
    stands: true,
    served: false,
    bookedAt: at(-30),
    bookedBy: '李*',
    cancelledAt: null,
    cancelledBy: '',
    cancelReason: null,
  };
  const sheet = kitchenSheet([soft], menu, {});
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
  expect(sheet.slips).toEqual([]);
});
