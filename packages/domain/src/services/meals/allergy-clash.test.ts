import { expect, it } from '@jest/globals';
import { isOpenClash } from './allergy-clash.js';
import { at } from './orders.scenario.js';

it('is open until somebody signs for it, and again when the dishes change afterwards', () => {
  const facts = { clashes: ['宮保雞丁'], signedAt: null, dishesChangedAt: null };
  expect(isOpenClash(facts)).toBe(true);
  expect(isOpenClash({ ...facts, signedAt: at(0) })).toBe(false);
  expect(isOpenClash({ ...facts, signedAt: at(1), dishesChangedAt: at(0) })).toBe(false);
  expect(isOpenClash({ ...facts, signedAt: at(0), dishesChangedAt: at(1) })).toBe(true);
  expect(isOpenClash({ ...facts, clashes: [] })).toBe(false);
});
