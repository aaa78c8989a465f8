import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Texture } from '../../organisation/people/index.js';
import { MealWay } from '../centres/index.js';
import { agree, freeze, type KitchenSlip, type MealOrder, portionsNow, slipsOfChange } from './freeze.js';
import { allergens, at, orderOf, orders } from './orders.scenario.js';

const CUT_OFF = at(0);
const standing = (all: readonly MealOrder[]) => all.filter(({ stands }) => stands);

it('frozen and slips are the orders now, however late it is frozen', () => {
  fc.assert(
    fc.property(orders, (all) => {
      expect(agree(portionsNow(freeze(all, CUT_OFF)), standing(all))).toBe(true);
    }),
  );
});

it('the sheet holds what stood at the cut-off, and not who came with it or was gone before', () => {
  const gone = { stands: false, cancelledBy: '周秀芬', cancelReason: '住院' };
  const { rows, slips } = freeze(
    [
      orderOf(1, { bookedAt: at(-1) }),
      orderOf(2, { bookedAt: at(0), bookedBy: '邱師傅' }),
      orderOf(3, { ...gone, cancelledAt: at(-1) }),
      orderOf(4, { ...gone, cancelledAt: at(0) }),
      orderOf(5, { ...gone, bookedAt: at(2), cancelledAt: at(5) }),
      orderOf(6, { stands: false }),
    ],
    CUT_OFF,
  );
  expect(rows.map(({ ticketNumber }) => ticketNumber)).toEqual(['1001', '1004']);
  expect(
    slips.map(({ ticketNumber, change, by, reason, at: when }) => [ticketNumber, change, by, reason, when]),
  ).toEqual([
    ['1002', 1, '邱師傅', null, at(0)],
    ['1004', -1, '周秀芬', '住院', at(0)],
    ['1005', 1, '周秀芬', null, at(2)],
    ['1005', -1, '周秀芬', '住院', at(5)],
  ]);
});

// What may happen to a meal after its cut-off: somebody comes, gives up, moves to another way, or has other needs.
const happening = fc.record({
  who: fc.nat(14),
  what: fc.constantFrom('BOOK', 'CANCEL', 'CHECK_IN', 'NEEDS', 'MOVE', 'OVERRIDE'),
  texture: fc.constantFrom(...Object.values(Texture)),
  way: fc.constantFrom(...Object.values(MealWay)),
  allergies: allergens,
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

function after(before: MealOrder | undefined, { what, who, texture, way, allergies }: Happening): MealOrder {
  if (!before || (what === 'BOOK' && !before.stands)) return orderOf(who, { texture, way, allergies });
  if (!before.stands) return before;
  if (what === 'CANCEL') return { ...before, stands: false, cancelReason: '住院' };
  if (what === 'CHECK_IN') return { ...before, served: true };
  if (what === 'NEEDS') return { ...before, texture, allergies };
  if (what === 'OVERRIDE') return { ...before, overridden: true };
  return before;
}

it('they agree after every single thing that happens, over random days', () => {
  let steps = 0;
  fc.assert(
    fc.property(orders, fc.array(happening, { minLength: 12, maxLength: 30 }), (first, days) => {
      const now = new Map(first.map((order) => [order.bookingId, order]));
      const { rows, slips } = freeze(first, CUT_OFF);
      const written: KitchenSlip[] = [...slips];
      days.forEach((each, i) => {
        const { bookingId } = orderOf(each.who);
        const before = now.get(bookingId);
        const becomes = after(before, each);
        const moved = each.what === 'MOVE' && before?.stands ? { ...before, way: each.way } : undefined;
        const signed = { at: at(200 + i), by: '周秀芬', reason: null };
        const wrote = slipsOfChange(before, moved ?? becomes, signed);
        written.push(...wrote);
        now.set(bookingId, moved ?? becomes);
        expect(agree(portionsNow({ rows, slips: written }), standing([...now.values()]))).toBe(true);
        const net = wrote.reduce((sum, { change }) => sum + change, 0);
        expect(net).toBe(Number((moved ?? becomes).stands) - Number(before?.stands ?? false));
        steps += 1;
      });
      const total = rows.length + written.reduce((sum, { change }) => sum + change, 0);
      expect(total).toBe(standing([...now.values()]).length);
    }),
    { numRuns: 1000 },
  );
  expect(steps).toBeGreaterThan(10_000);
});

it('a check-in is no slip; another texture is a cut and an add', () => {
  const signed = { at: at(5), by: '周秀芬', reason: null };
  const order = orderOf(1);
  expect(slipsOfChange(order, { ...order, served: true }, signed)).toEqual([]);
  expect(
    slipsOfChange(order, { ...order, texture: 'SOFT' }, signed).map(({ change, texture }) => [
      change,
      texture,
    ]),
  ).toEqual([
    [-1, 'REGULAR'],
    [1, 'SOFT'],
  ]);
});

it('does not agree with one more, one less, or another texture', () => {
  const two = [orderOf(1), orderOf(2)];
  expect(agree(two, two.toReversed())).toBe(true);
  expect(agree(two, [orderOf(1)])).toBe(false);
  expect(agree(two, [...two, orderOf(2)])).toBe(false);
  expect(agree(two, [orderOf(1), orderOf(2, { texture: 'LIQUID' })])).toBe(false);
  expect(agree(two, [orderOf(1), orderOf(2, { way: 'DELIVERY' })])).toBe(false);
});
