import { expect, it } from '@jest/globals';
import type { Allergen, CopyOutcome, Texture } from '../../gql/graphql';
import { isSkipped, sumOf } from './copy-lines';
import { effectOf } from './substitution';

const row = (ticketNumber: string, texture: Texture, ...allergens: Allergen[]) => ({
  ...{ ticketNumber, texture, allergens, way: 'DINE_IN' as const, clashes: [], overridden: false },
});
const counts = (total: number) => ({ dineIn: total, pickUp: 0, delivery: 0, total });
const sheet = {
  allergies: [
    row('0001', 'REGULAR', 'EGG', 'FISH'),
    row('0002', 'REGULAR', 'SOY'),
    row('0003', 'SOFT', 'FISH'),
    row('0004', 'REGULAR', 'SOY', 'FISH'),
  ],
  textures: [
    { texture: 'REGULAR' as const, counts: counts(30) },
    { texture: 'SOFT' as const, counts: counts(10) },
    { texture: 'LIQUID' as const, counts: counts(0) },
  ],
};
const tofu = {
  name: '素燒豆腐',
  allergens: ['SOY' as const],
  textures: ['REGULAR' as const, 'SOFT' as const, 'LIQUID' as const],
};
const fish = { name: '清蒸魚', allergens: ['FISH' as const], textures: ['REGULAR' as const] };

it('says who must be called about the new dish, who can have it now, and who goes without', () => {
  expect(effectOf(sheet, tofu, fish)).toEqual({
    clashing: [
      { ticketNumber: '0001', way: 'DINE_IN', allergens: ['FISH'] },
      { ticketNumber: '0004', way: 'DINE_IN', allergens: ['FISH'] },
    ],
    // 0003 eats soft, and the fish is not made so.
    freed: ['0002'],
    without: [{ texture: 'SOFT', count: 10 }],
  });
});

it('the same dish made without what harms frees, and hits nobody', () => {
  expect(effectOf(sheet, tofu, { ...tofu, allergens: [] })).toEqual({
    clashing: [],
    freed: ['0002', '0004'],
    without: [],
  });
});

it('copying writes what is new, and what is there and different only when told so', () => {
  const line = (outcome: CopyOutcome) => ({
    ...{ day: '2026-11-30', meal: 'LUNCH' as const, outcome, dishes: [], standing: null },
  });
  const lines = (['NEW', 'NEW', 'SAME', 'OVERWRITES', 'FROZEN'] as const).map(line);
  expect([sumOf(lines, false).written, sumOf(lines, true).written]).toEqual([2, 3]);
  expect(lines.map((each) => isSkipped(each, false))).toEqual([false, false, false, true, false]);
  expect(lines.some((each) => isSkipped(each, true))).toBe(false);
});
