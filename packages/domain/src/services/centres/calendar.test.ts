import { expect, it } from '@jest/globals';
import { type PlainDate, plainDate } from '../../base/index.js';
import { calendarNote, calendarOf, weekdayOf } from './calendar.js';
import { daysFrom, statutoryDaysOf } from './statutory-days.js';

const date = (text: string): PlainDate => plainDate.parse(text);
const years = [2025, 2026];
const calendar = calendarOf(
  years,
  years.flatMap((year) => statutoryDaysOf(year) ?? []),
);

it.each([
  ['2026-01-01', 'HOLIDAY'],
  ['2026-01-04', 'MAKE_UP_WORKDAY'],
  ['2026-02-14', 'MAKE_UP_WORKDAY'],
  ['2026-02-23', 'HOLIDAY'],
  ['2026-02-24', 'WORKDAY'],
  ['2026-10-10', 'MAKE_UP_WORKDAY'],
  ['2026-11-21', 'REST'],
  ['2025-10-08', 'HOLIDAY'],
  ['2025-09-28', 'MAKE_UP_WORKDAY'],
  ['2027-01-01', 'UNPUBLISHED'],
  ['2027-01-02', 'UNPUBLISHED'],
])('%s is %s', (day, note) => {
  expect(calendarNote(calendar, date(day))).toBe(note);
});

it.each([
  [2025, 28, 5],
  [2026, 33, 6],
])(
  'the notice for %i has %i holidays and %i make-up workdays, each of which is a weekend',
  (year, off, on) => {
    const days = statutoryDaysOf(year) ?? [];
    const makeUps = days.filter(({ kind }) => kind === 'MAKE_UP_WORKDAY');

    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(days.length - makeUps.length).toBe(off);
    expect(makeUps).toHaveLength(on);
    expect(makeUps.filter(({ day }) => weekdayOf(day) < 6)).toEqual([]);
  },
);

it('knows no year that was not published', () => {
  expect(statutoryDaysOf(2027)).toBeUndefined();
});

it('counts weekdays from Monday, and days over the end of a year', () => {
  expect(weekdayOf(date('2026-11-23'))).toBe(1);
  expect(weekdayOf(date('2026-11-22'))).toBe(7);
  expect(daysFrom(date('2026-12-30'), date('2027-01-02'))).toHaveLength(4);
  expect(daysFrom(date('2026-12-30'), date('2026-12-29'))).toEqual([]);
});
