import { expect, it } from '@jest/globals';
import { type PlainDate, plainDate } from '../../base/index.js';
import {
  ageOn,
  CareNeed,
  careNeedsOn,
  maskedName,
  maskedPhone,
  registerResidentInput,
  savePreferencesInput,
} from './index.js';

const day = (text: string): PlainDate => plainDate.parse(text);

it.each([
  ['王', '王*'],
  ['王蘭', '王*'],
  ['歐陽曉敏', '歐*'],
  ['𠮷田', '𠮷*'],
  [' 王蘭 ', '王*'],
  ['', '*'],
])('the name %s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

it.each([
  ['13803951234', '138****1234'],
  ['03955550118', '****118'],
])('the phone %s is shown as %s', (phone, masked) => {
  expect(maskedPhone(phone)).toBe(masked);
});

it.each([
  ['1950-11-23', '2026-11-22', 75],
  ['1950-11-23', '2026-11-23', 76],
  ['1950-11-23', '2026-11-24', 76],
  ['1952-02-29', '2026-02-28', 73],
  ['1952-02-29', '2026-03-01', 74],
  ['1952-02-29', '2028-02-29', 76],
  ['2026-11-22', '2026-11-22', 0],
  ['2027-01-01', '2026-11-22', 0],
])('born on %s, on %s one is %i', (born, on, age) => {
  expect(ageOn(day(born), day(on))).toBe(age);
});

it('a need holds from its first day to its last, both included, and is told once', () => {
  const periods = [
    { need: CareNeed.LIVING_ALONE, validFrom: day('2026-01-10'), validTo: day('2026-01-20') },
    { need: CareNeed.LIVING_ALONE, validFrom: day('2026-01-20'), validTo: null },
    { need: CareNeed.OLD_AGE, validFrom: day('2026-01-15'), validTo: day('2026-01-15') },
  ];
  const on = (text: string) => careNeedsOn(periods, day(text));
  expect(on('2026-01-09')).toEqual([]);
  expect(on('2026-01-10')).toEqual(['LIVING_ALONE']);
  expect(on('2026-01-15')).toEqual(['OLD_AGE', 'LIVING_ALONE']);
  expect(on('2026-01-20')).toEqual(['LIVING_ALONE']);
  expect(on('2099-01-01')).toEqual(['LIVING_ALONE']);
});

it.each([
  ['a name of ten thousand', { name: '王'.repeat(10_000) }],
  ['a name that turns round', { name: '王\u202e蘭' }],
  ['a phone that is not one', { phone: '12345' }],
  ['a day that is none', { birthDate: '1950-02-30' }],
  ['a birth long ago', { birthDate: '1899-12-31' }],
  ['a need that is none', { careNeeds: ['RICH'] }],
])('refuses to register %s', (_what, wrong) => {
  const id = '019ab000-0000-7000-8000-000000000001';
  const right = { id, name: '王桂蘭', phone: '138 0395 1234', birthDate: '1950-05-01', buildingId: id };
  const rest = { careNeeds: [], allergies: [], texture: 'REGULAR' };
  expect(registerResidentInput.safeParse({ ...right, ...rest })).toMatchObject({
    data: { phone: '13803951234' },
  });
  expect(registerResidentInput.safeParse({ ...right, ...rest, ...wrong }).success).toBe(false);
});

it('speaks the languages of the faces and no other', () => {
  const speaks = (language: string) => savePreferencesInput.safeParse({ language, elderMode: true }).success;
  expect(['zh-Hans', 'zh-Hant', 'en', 'zh', 'EN', ''].map(speaks)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
