import { expect, it } from '@jest/globals';
import { type DayLogFacts, recordDayLogInput, refusalToKeepLog, refusalToLog } from './day-log.js';

const ID = '0190a2c4-5b1e-7000-8000-000000000001';
const noon = new Date('2026-11-23T04:00:00Z');
const there: DayLogFacts = { category: 'DAY_CARE', state: 'CHECKED_IN', checkedInAt: noon };

it.each<[string, Partial<DayLogFacts>, string | undefined]>([
  ['who is there', {}, undefined],
  ['who was there', { state: 'COMPLETED' }, undefined],
  ['who is expected', { state: 'CONFIRMED', checkedInAt: null }, 'NOT_CHECKED_IN'],
  ['who did not come, and was believed', { state: 'COMPLETED', checkedInAt: null }, 'NOT_CHECKED_IN'],
  ['who did not come', { state: 'NO_SHOW', checkedInAt: null }, 'NOT_CHECKED_IN'],
  ['who has a haircut', { category: 'HAIRCUT' }, 'NOT_DAY_CARE'],
])('of %s', (_who, unlike, refusal) => {
  expect(refusalToKeepLog({ ...there, ...unlike })).toBe(refusal);
});

it('nothing is written of what has not happened yet', () => {
  const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
  expect(refusalToLog(there, { at: noon, now: noon })).toBeUndefined();
  expect(refusalToLog(there, { at: after(1), now: noon })).toBe('LOGGED_IN_FUTURE');
});

const meal = { id: ID, bookingId: ID, kind: 'MEAL', what: '午餐', eaten: 'HALF', time: '12:00' };
const pill = { ...meal, kind: 'MEDICINE', what: '二甲雙胍', eaten: null, note: '一片' };

it.each<[string, object, string[]]>([
  ['a meal', meal, []],
  ['a meal with a word about it', { ...meal, note: '喝湯兩碗' }, []],
  ['a meal without how much', { ...meal, eaten: null }, ['eaten']],
  ['a medicine', pill, []],
  ['a medicine of which half was eaten', { ...pill, eaten: 'HALF' }, ['eaten']],
  ['a medicine without its dose', { ...pill, note: null }, ['note']],
  ['something without a time', { ...meal, time: '24:00' }, ['time']],
])('takes or refuses %s', (_what, input, paths) => {
  const { error } = recordDayLogInput.safeParse(input);
  expect((error?.issues ?? []).map(({ path }) => path.join('.'))).toEqual(paths);
});
