import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate, type SheetCell } from '../../base/index.js';
import { MemberColumn, type MemberSheetWords, MemberStage, readMemberSheet } from './index.js';

const itself = <Value extends string>(values: Readonly<Record<string, Value>>) =>
  Object.values(values).map((value): [string, Value] => [value.toLowerCase(), value]);
const words: MemberSheetWords = {
  columns: new Map([...itself(MemberColumn), ['姓名', 'NAME']]),
  stages: new Map([...itself(MemberStage), ['正式黨員', 'FULL']]),
};
const TODAY = plainDate.parse('2026-11-23');
const HEAD: SheetCell[] = ['姓名', 'Born', 'Branch', 'Stage', 'Since', 'Document', '聯繫電話'];
const read = (...rows: SheetCell[][]) => readMemberSheet([HEAD, ...rows], TODAY, words);
const faults = (...rows: SheetCell[][]) =>
  read(...rows).problems.map(({ row, column, fault, value }) => [row, column, fault, value]);
const LI: SheetCell[] = ['李建國', '1960-05-01', '支部', '正式黨員', '1985-07-01', ''];

it('reads a member a row, days as a spreadsheet has them; empty rows and other columns say nothing', () => {
  const { members, problems } = read(
    [...LI, '139****0001'],
    [],
    ['王芳', new Date('1990-02-03T00:00:00Z'), null, 'probationary', '2026年3月1日', '郾組〔2026〕8 號'],
  );
  expect(problems).toEqual([]);
  expect(members).toEqual([
    {
      ...{ row: 2, name: '李建國', born: '1960-05-01', branch: '支部', stage: 'FULL' },
      ...{ since: '1985-07-01', document: null },
    },
    {
      ...{ row: 4, name: '王芳', born: '1990-02-03', branch: null, stage: 'PROBATIONARY' },
      ...{ since: '2026-03-01', document: '郾組〔2026〕8 號' },
    },
  ]);
});

it.each<[string, SheetCell[], unknown[][]]>([
  ['no name', ['', ...LI.slice(1)], [[2, 'NAME', 'MISSING', '']]],
  [
    'a day that is none',
    ['李', '1960-13-01', '', 'full', '1985-07-01'],
    [[2, 'BORN', 'BAD_DATE', '1960-13-01']],
  ],
  [
    'a stage that nobody knows, from a day to come',
    ['李', '1960-05-01', '', '團員', '2026-11-24'],
    [
      [2, 'STAGE', 'UNKNOWN_WORD', '團員'],
      [2, 'SINCE', 'DAY_IN_FUTURE', '2026-11-24'],
    ],
  ],
  [
    'a branch that hides something',
    ['李', '1960-05-01', '支\u202e部', 'full', '1985-07-01'],
    [[2, 'BRANCH', 'FORBIDDEN_CHARACTER', '支\u202e部']],
  ],
])('%s is said by row and column', (_, row, wrong) => {
  expect(faults(row)).toEqual(wrong);
});

it('the same person twice, and a sheet without its headings', () => {
  expect(faults(LI, LI)).toEqual([[3, 'NAME', 'PERSON_TWICE', '李建國']]);
  expect(readMemberSheet([['姓名', 'x']], TODAY, words).problems.map(({ column }) => column)).toEqual([
    ...['BORN', 'STAGE', 'SINCE'],
  ]);
});

const cell = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom<SheetCell>(
    null,
    7,
    true,
    new Date(NaN),
    new Date('1980-01-01T00:00:00Z'),
    'full',
    '1990-01-01',
  ),
);

it('whatever stands in the cells, a row is a member, is said to be wrong, or says nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (rows) => {
      const { members, problems } = read(...rows);
      const wrong = new Set(problems.map(({ row }) => row));
      expect(members.length + wrong.size).toBeLessThanOrEqual(rows.length);
      expect(members.some(({ row }) => wrong.has(row))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
