import { expect, it } from '@jest/globals';
import {
  closeDayInput,
  publishTimetableInput,
  type SaveServiceInput,
  saveServiceInput,
} from './centre-inputs.js';

const ID = '0190a2c4-5b1e-7000-8000-000000000001';
const lunch = {
  id: ID,
  centreId: ID,
  category: 'MEAL',
  name: '午餐堂食',
  description: '兩葷兩素一湯',
  place: '一樓鄰里食堂',
  meal: 'LUNCH',
  way: 'DINE_IN',
  priceFen: 1200,
  minAge: null,
  careNeeds: [],
  opensDaysAhead: 7,
  cutOffMinutes: 120,
  cancelMinutes: 120,
  weeklyQuota: null,
  walkIn: true,
  followsCalendar: false,
  active: true,
};
const issues = (unlike: Partial<Record<keyof SaveServiceInput, unknown>>) =>
  saveServiceInput.safeParse({ ...lunch, ...unlike }).error?.issues.map(({ path }) => path.join('.')) ?? [];

it('a meal says which and how; nothing else does', () => {
  expect(issues({})).toEqual([]);
  expect(issues({ meal: null })).toEqual(['meal', 'way']);
  expect(issues({ way: undefined })).toEqual(['way']);
  expect(issues({ category: 'HAIRCUT' })).toEqual(['meal']);
  expect(issues({ category: 'HAIRCUT', meal: null, way: null })).toEqual([]);
});

it('does not close before it opens, and takes no hostile text', () => {
  expect(issues({ opensDaysAhead: 0, cutOffMinutes: 1440 })).toEqual(['cutOffMinutes']);
  expect(issues({ name: '午餐\u202e' })).toEqual(['name']);
  expect(issues({ priceFen: -1 })).toEqual(['priceFen']);
  expect(issues({ weeklyQuota: 0 })).toEqual(['weeklyQuota']);
});

it('a range has a first and a last day, at most half a year apart; a slot ends after its start', () => {
  const slot = { weekday: 1, starts: '09:00', ends: '10:00', capacity: 30 };
  const fits = (from: string, to: string, unlike: object = {}) =>
    publishTimetableInput.safeParse({ serviceId: ID, slots: [{ ...slot, ...unlike }], from, to }).success;
  expect(fits('2026-11-23', '2026-11-23')).toBe(true);
  expect(fits('2026-11-23', '2027-05-25')).toBe(true);
  expect(fits('2026-11-23', '2026-11-22')).toBe(false);
  expect(fits('2026-11-23', '2027-05-26')).toBe(false);
  expect(fits('2026-11-23', '2026-11-29', { ends: '09:00' })).toBe(false);
  expect(fits('2026-11-23', '2026-11-29', { weekday: 0 })).toBe(false);
  expect(fits('2026-11-23', '2026-11-29', { capacity: 0 })).toBe(false);
});

it('a day is not closed without a reason', () => {
  expect(closeDayInput.safeParse({ centreId: ID, day: '2026-11-23', reason: '  ' }).success).toBe(false);
});
