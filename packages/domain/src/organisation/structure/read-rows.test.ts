import { expect, it } from '@jest/globals';
import { isWrongTemplate, readRows } from './index.js';

const divisions = (...rows: string[]) =>
  readRows(
    'DIVISIONS',
    ['code,name,parentCode', ...rows].map((row) => row.split(',')),
  );
const areas = (...rows: string[]) =>
  readRows(
    'AREAS',
    ['code,name,parentCode,kind,validFrom,validTo', ...rows].map((row) => row.split(',')),
  );
const told = ({ problems }: ReturnType<typeof readRows>) =>
  problems.map(({ row, column, code }) => `${row} ${column} ${code}`);

it('reads what is right', () => {
  const { units, problems, rows } = divisions(
    '411103,郾城区,',
    '',
    '411103001, 沙北街道 ,411103',
    '411103105219,冢马村民委员会,411103105',
  );
  expect(problems).toEqual([]);
  expect(rows).toBe(3);
  expect(
    units.map(({ row, kind, officialName, parentCode }) => [row, kind, officialName, parentCode]),
  ).toEqual([
    [2, 'DISTRICT', '郾城区', null],
    [4, 'SUB_DISTRICT', '沙北街道', '411103'],
    [5, 'VILLAGE', '冢马村民委员会', '411103105'],
  ]);
});

it.each([
  ['no code', ',沙北街道,411103', ['2 code MISSING_VALUE']],
  ['a code that a spreadsheet spoilt', '4.11103E+11,沙北街道,411103', ['2 code BAD_CODE']],
  ['a code of no kind', '411103900,沙北街道,411103', ['2 code BAD_CODE']],
  ['a community numbered 000', '411103001000,沙北,411103001', ['2 code BAD_CODE']],
  ['full-width digits', '４１１１０３,郾城区,', ['2 code BAD_CODE']],
  ['another parent', '411103001,沙北街道,411104', ['2 parentCode WRONG_PARENT']],
  ['no parent', '411103001,沙北街道,', ['2 parentCode MISSING_VALUE']],
  ['no name', '411103001,  ,411103', ['2 name MISSING_VALUE']],
  ['a name of 10 KB', `411103001,${'沙'.repeat(5000)},411103`, ['2 name NAME_TOO_LONG']],
  ['control characters', '411103001,沙\u0000北,411103', ['2 name FORBIDDEN_CHARACTER']],
  ['marks that turn the text', '411103001,沙\u202e北,411103', ['2 name FORBIDDEN_CHARACTER']],
  ['a comma too many', '411103001,沙北,411103,x', ['2 parentCode TOO_MANY_COLUMNS']],
  ['more than one thing', 'x,,411103', ['2 code BAD_CODE', '2 name MISSING_VALUE']],
])('tells of %s by row and column', (_what, row, expected) => {
  const read = divisions(row);
  expect(told(read)).toEqual(expected);
  expect(read.units).toEqual([]);
});

it.each([
  ['an unknown kind', 'E1,向陽小區,411103001001,PALACE,,', ['2 kind BAD_KIND']],
  ['a name that every object has', 'E1,向陽小區,411103001001,constructor,,', ['2 kind BAD_KIND']],
  ['a district', '411103,郾城區,411100,DISTRICT,,', ['2 kind BAD_KIND', '2 parentCode WRONG_PARENT']],
  ['an estate with the code of a division', '411103001001,向陽,411103001001,ESTATE,,', ['2 code BAD_CODE']],
  ['a day that does not exist', 'E1,向陽,411103001001,ESTATE,2026-02-30,', ['2 validFrom BAD_DATE']],
  ['a day as a spreadsheet writes it', 'E1,向陽,411103001001,ESTATE,2026/1/1,', ['2 validFrom BAD_DATE']],
  [
    'an end before the beginning',
    'E1,向陽,411103001001,ESTATE,2026-01-02,2026-01-01',
    ['2 validTo DATES_REVERSED'],
  ],
])('tells of areas with %s', (_what, row, expected) => {
  expect(told(areas(row))).toEqual(expected);
});

it('a row that cannot be read still says of which unit it speaks, if its code can be read', () => {
  const { units, misread } = divisions('411103,郾城区,', '411103001,,411103', '41110300X,沙北街道,411103');
  expect(units.map(({ code }) => code)).toEqual(['411103']);
  expect(misread).toEqual([
    { row: 3, code: '411103001' },
    { row: 4, code: null },
  ]);
});

it('one column too many is told together with the rows', () => {
  const read = readRows('DIVISIONS', [
    ['code', 'name', 'parentCode', '備註'],
    ['411103', '郾城区', '', '市轄區'],
    ['411103001', '', '411103', ''],
  ]);
  expect(told(read)).toEqual(['1 備註 TOO_MANY_COLUMNS', '3 name MISSING_VALUE']);
});

it('reads no rows under a heading that lacks a column or has a foreign one', () => {
  expect(
    told(
      readRows('DIVISIONS', [
        ['code', 'name'],
        ['411103', '郾城区'],
      ]),
    ),
  ).toEqual(['1 parentCode MISSING_COLUMN']);
  expect(told(readRows('DIVISIONS', [['code', 'name', 'parentCode', 'name']]))).toEqual([
    '1 name TOO_MANY_COLUMNS',
  ]);
});

it('knows the heading of the other template, and one that is of none', () => {
  const heading = (text: string) => text.split(',');
  expect(isWrongTemplate(heading('code,name,parentCode'), 'AREAS')).toBe(true);
  expect(isWrongTemplate(heading('code,name,parentCode,kind,validFrom,validTo'), 'DIVISIONS')).toBe(true);
  expect(isWrongTemplate(heading('姓名,電話'), 'DIVISIONS')).toBe(true);
  expect(isWrongTemplate(heading('parentCode,name,code'), 'DIVISIONS')).toBe(false);
  expect(isWrongTemplate(heading('code,name'), 'DIVISIONS')).toBe(false);
});

it('shows no hostile value as it came', () => {
  const [problem] = divisions('411103001,沙\u202e北\u0007,411103').problems;
  expect(problem?.value).toBe('沙\ufffd北\ufffd');
});
