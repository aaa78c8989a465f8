import { expect, it } from '@jest/globals';
import { plainDate } from '../../base/index.js';
import {
  classOf,
  noticeIsLongEnough,
  RATING_SETS,
  RatingMove,
  RatingState,
  refusalToGrantStars,
  refusalToRatingMove,
  scoresFit,
} from './index.js';

const day = (text: string) => plainDate.parse(text);

it('goes step by step: no move but the next one', () => {
  const open = Object.values(RatingState).flatMap((state) =>
    Object.values(RatingMove)
      .filter((move) => !refusalToRatingMove({ state, move, ratedItself: false }))
      .map((move) => `${state} ${move}`),
  );
  expect(open).toEqual([
    'DECLARED RATE_ITSELF',
    'SELF_RATED RATE_ITSELF',
    'SELF_RATED REVIEW',
    'REVIEWED CONFIRM',
    'CONFIRMED PUBLISH',
    'PUBLISHED UPHOLD_APPEAL',
    'PUBLISHED GRANT',
  ]);
});

it('whoever rated it themselves takes no later step', () => {
  for (const [state, move] of [
    ['SELF_RATED', 'REVIEW'],
    ['REVIEWED', 'CONFIRM'],
    ['CONFIRMED', 'PUBLISH'],
    ['PUBLISHED', 'GRANT'],
  ] as const)
    expect(refusalToRatingMove({ state, move, ratedItself: true })).toBe('RATING_IS_YOUR_OWN');
  expect(refusalToRatingMove({ state: 'SELF_RATED', move: 'RATE_ITSELF', ratedItself: true })).toBe(
    undefined,
  );
});

it('a notice hangs seven days, and stars follow when it is over and nobody waits for an answer', () => {
  expect(noticeIsLongEnough(day('2026-11-01'), day('2026-11-06'))).toBe(false);
  expect(noticeIsLongEnough(day('2026-11-01'), day('2026-11-07'))).toBe(true);
  const until = day('2026-11-07');
  expect(refusalToGrantStars({ until, today: until, openAppeals: 0 })).toBe('NOTICE_NOT_OVER');
  expect(refusalToGrantStars({ until, today: day('2026-11-08'), openAppeals: 1 })).toBe('APPEAL_OPEN');
  expect(refusalToGrantStars({ until, today: day('2026-11-08'), openAppeals: 0 })).toBe(undefined);
});

it('scores name every criterion once and give none more than it is worth', () => {
  const criteria = [
    { id: 'a', points: 5 },
    { id: 'b', points: 3 },
  ];
  const of = (...pairs: [string, number][]) =>
    scoresFit(
      criteria,
      pairs.map(([criterionId, points]) => ({ criterionId, points })),
    );
  expect(of(['a', 5], ['b', 0])).toBe(true);
  expect(of(['a', 5])).toBe(false);
  expect(of(['a', 5], ['a', 5])).toBe(false);
  expect(of(['a', 5], ['b', 4])).toBe(false);
  expect(of(['a', 5], ['c', 1])).toBe(false);
});

it('the classes follow the thresholds', () => {
  const from = { classAFrom: 90, classBFrom: 75 };
  expect([90, 89, 75, 74].map((points) => classOf(points, from))).toEqual(['A', 'B', 'B', 'C']);
});

it('each set that the house brings has five stars worth a hundred points, each within reach of its pass', () => {
  for (const { stars, pointsEach, passPoints } of RATING_SETS) {
    expect(stars).toHaveLength(5);
    expect(stars.flatMap(({ criteria }) => criteria).length * pointsEach).toBe(100);
    for (const { criteria } of stars) expect(criteria.length * pointsEach).toBeGreaterThanOrEqual(passPoints);
  }
});
