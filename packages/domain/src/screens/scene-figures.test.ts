import { expect, it } from '@jest/globals';
import { coverageStep, shownRate } from './scene-figures.js';

it('no rate of fewer than five', () => {
  expect([shownRate(0, 0), shownRate(4, 4), shownRate(4, 5), shownRate(0, 5)]).toEqual([null, null, 0.8, 0]);
});

it('a colour begins with its bound', () => {
  expect([0, 0.799, 0.8, 0.85, 0.899, 0.9, 0.949, 0.95, 1].map(coverageStep)).toEqual([
    ...[0, 0, 1, 2, 2, 3, 3, 4, 4],
  ]);
});
