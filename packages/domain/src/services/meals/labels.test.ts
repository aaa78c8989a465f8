import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kitchenSheet } from './kitchen-sheet.js';
import { type Eater, labelsOf } from './labels.js';
import { orderOf, orders } from './orders.scenario.js';

const eaters = (...names: [number, string, string | null][]) =>
  new Map(names.map(([n, name, building]): [string, Eater] => [orderOf(n).bookingId, { name, building }]));

it('as many labels as portions on the sheet, each portion once, numbered from one', () => {
  fc.assert(
    fc.property(orders, (portions) => {
      const labels = labelsOf(portions, new Map(), [], new Set());
      expect(labels).toHaveLength(kitchenSheet(portions, []).totals.total);
      expect(labels.map(({ number, of }) => [number, of])).toEqual(
        portions.map((_, i) => [i + 1, portions.length]),
      );
      const numbers = (list: readonly { ticketNumber: string }[]) =>
        list.map(({ ticketNumber }) => ticketNumber).toSorted();
      expect(numbers(labels)).toEqual(numbers(portions));
    }),
  );
});

it('in the order in which boxes are filled: by way, by building, by texture', () => {
  const portions = [
    orderOf(1, { way: 'DELIVERY' }),
    orderOf(2, { way: 'DELIVERY' }),
    orderOf(3, { way: 'DELIVERY', texture: 'SOFT' }),
    orderOf(4, { texture: 'LIQUID' }),
    orderOf(5),
    orderOf(6, { way: 'PICK_UP' }),
  ];
  const people = eaters(
    [1, '李桂蘭', '向陽小區10號樓'],
    [2, '趙德順', '向陽小區2號樓'],
    [3, '王秀英', '向陽小區2號樓'],
  );
  const labels = labelsOf(portions, people, [], new Set([orderOf(5).bookingId]));
  expect(labels.map(({ ticketNumber, building }) => [ticketNumber, building])).toEqual([
    ['1005', null],
    ['1004', null],
    ['1006', null],
    ['1002', '向陽小區2號樓'],
    ['1003', '向陽小區2號樓'],
    ['1001', '向陽小區10號樓'],
  ]);
  expect(labels.filter(({ isLate }) => isLate).map(({ ticketNumber }) => ticketNumber)).toEqual(['1005']);
});

it('says the whole name only to who goes to the door, and warns of what must not be in the box', () => {
  const menu = [{ name: '宮保雞丁', allergens: ['PEANUT' as const], textures: [] }];
  const people = eaters([1, '李桂蘭', '3號樓'], [2, '歐陽秀英', '3號樓']);
  const labels = labelsOf(
    [orderOf(1, { allergies: ['PEANUT'] }), orderOf(2, { way: 'DELIVERY', allergies: ['EGG'] })],
    people,
    menu,
    new Set(),
  );
  expect(labels).toMatchObject([
    { name: '李*', building: null, allergies: ['PEANUT'], clashes: ['宮保雞丁'] },
    { name: '歐陽秀英', building: '3號樓', allergies: ['EGG'], clashes: [] },
  ]);
  expect(JSON.stringify(labels)).not.toContain('李桂蘭');
});
