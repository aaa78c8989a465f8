import { expect, it } from '@jest/globals';
import { hasLog, isLate, isToCome, mealAt, startTime } from './day-log';

type Day = Parameters<typeof hasLog>[0];
const day = (unlike: object = {}, category = 'DAY_CARE'): Day =>
  ({
    ...{ state: 'CHECKED_IN', checkedInAt: '2026-11-23T01:00:00Z', session: { service: { category } } },
    ...unlike,
  }) as unknown as Day;

it('is kept of who is or was at day care, and of nobody else', () => {
  expect(hasLog(day())).toBe(true);
  expect(hasLog(day({ state: 'COMPLETED' }))).toBe(true);
  expect(hasLog(day({ state: 'CONFIRMED', checkedInAt: null }))).toBe(false);
  expect(hasLog(day({ state: 'COMPLETED', checkedInAt: null }))).toBe(false);
  expect(hasLog(day({}, 'HAIRCUT'))).toBe(false);
});

it('begins with now on the day itself, and asks for the time of an earlier one', () => {
  const now = new Date('2026-11-23T04:05:00Z');
  expect(startTime('2026-11-23', '2026-11-23', now)).toBe('12:05');
  expect(startTime('2026-11-22', '2026-11-23', now)).toBe('');
});

it.each([
  ['07:30', 'BREAKFAST'],
  ['12:05', 'LUNCH'],
  ['17:30', 'DINNER'],
])('thinks at %s of %s', (time, meal) => {
  expect(mealAt(time)).toBe(meal);
});

it('knows what has not come yet, and what was written down long afterwards', () => {
  const now = new Date('2026-11-23T04:05:00Z');
  expect(isToCome('2026-11-23', '12:05', now)).toBe(false);
  expect(isToCome('2026-11-23', '12:06', now)).toBe(true);
  const at = '2026-11-23T04:00:00Z';
  expect(isLate({ at, recordedAt: '2026-11-23T04:59:00Z' })).toBe(false);
  expect(isLate({ at, recordedAt: '2026-11-23T06:00:00Z' })).toBe(true);
});
