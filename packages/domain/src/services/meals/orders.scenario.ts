import fc from 'fast-check';
import { Allergen, Texture } from '../../organisation/people/index.js';
import { bookingId } from '../bookings/index.js';
import { MealWay } from '../centres/index.js';
import type { MealOrder } from './freeze.js';

export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 24, 12, minutes));
export const idOf = (n: number) => bookingId.parse(`019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`);
export const allergens = fc.subarray(Object.values(Allergen), { maxLength: 2 });

export const orderOf = (n: number, unlike: Partial<MealOrder> = {}): MealOrder => ({
  ...{ bookingId: idOf(n), ticketNumber: String(1000 + n), way: 'DINE_IN', texture: 'REGULAR' },
  ...{ allergies: [], overridden: false, stands: true, served: false, bookedAt: at(-30), bookedBy: '周秀芬' },
  ...{ cancelledAt: null, cancelledBy: '', cancelReason: null },
  ...unlike,
});

const order = fc.record({
  way: fc.constantFrom(...Object.values(MealWay)),
  texture: fc.constantFrom(...Object.values(Texture)),
  allergies: allergens,
  bookedAt: fc.integer({ min: -60, max: 120 }).map(at),
  givenUpAfter: fc.option(fc.nat(60)),
  served: fc.boolean(),
});

export const orders: fc.Arbitrary<MealOrder[]> = fc.array(order, { maxLength: 40 }).map((list) =>
  list.map(({ givenUpAfter, ...each }, i) =>
    orderOf(i, {
      ...each,
      stands: givenUpAfter === null,
      cancelledAt: givenUpAfter === null ? null : new Date(each.bookedAt.getTime() + givenUpAfter * 60_000),
      cancelledBy: '周秀芬',
      cancelReason: givenUpAfter === null ? null : '住院',
    }),
  ),
);
