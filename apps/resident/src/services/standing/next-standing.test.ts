import { expect, it } from '@jest/globals';
import { fromWhichDay, nextOf } from './next-standing';

type Orders = Parameters<typeof nextOf>[0];
const order = (id: string, days: readonly (readonly [string, string])[]) => ({
  ...{ id, state: 'STANDING' },
  days: days.map(([day, state]) => ({ day, state })),
});

it('the next one is the first that comes or was tried in vain, of all orders', () => {
  const orders = [
    order('late', [
      ['2026-11-25', 'TAKEN_OUT'],
      ['2026-11-26', 'BOOKED'],
    ]),
    order('early', [
      ['2026-11-24', 'CLOSED'],
      ['2026-11-25', 'REFUSED'],
      ['2026-11-27', 'PLANNED'],
    ]),
  ] as unknown as Orders;
  expect(nextOf(orders)).toMatchObject({ orderId: 'early', day: '2026-11-25' });
  expect(nextOf(orders.slice(0, 1))).toMatchObject({ orderId: 'late', day: '2026-11-26' });
});

it('there is none where everything is taken out or closed', () => {
  expect(nextOf([order('one', [['2026-11-25', 'PAUSED']])] as unknown as Orders)).toBeUndefined();
  expect(nextOf([])).toBeUndefined();
});

it.each([
  [12, '2026-11-24'],
  [13, '2026-11-25'],
])('at %i o’clock it is looked for from %s on', (hour, day) => {
  expect(fromWhichDay('2026-11-24', '2026-11-25', hour)).toBe(day);
});
