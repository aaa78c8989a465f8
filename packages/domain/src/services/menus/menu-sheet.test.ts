import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, type SheetCell } from '../../base/index.js';
import { Allergen, Texture } from '../../organisation/people/index.js';
import { Meal } from '../centres/index.js';
import { MenuColumn, type MenuSheetWords, readMenuSheet } from './index.js';

const itself = <Value extends string>(values: Readonly<Record<string, Value>>) =>
  Object.values(values).map((value): [string, Value] => [value.toLowerCase(), value]);
const words: MenuSheetWords = {
  columns: new Map([...itself(MenuColumn), ['日期', 'DAY'], ['菜名', 'DISH']]),
  meals: new Map([...itself(Meal), ['午餐', 'LUNCH']]),
  allergens: new Map([...itself(Allergen), ['花生', 'PEANUT'], ['大豆', 'SOY']]),
  textures: new Map([...itself(Texture), ['軟食', 'SOFT']]),
  none: new Set(['無', '无', 'none']),
};
const MONDAY = plainDate.parse('2026-12-28');
const HEAD: SheetCell[] = ['日期', 'Meal', '菜名', 'Allergens', 'Textures', 'Note'];
const read = (...rows: SheetCell[][]) => readMenuSheet([HEAD, ...rows], MONDAY, words);
const faults = (...rows: SheetCell[][]) =>
  read(...rows).problems.map(({ row, column, fault, value }) => [row, column, fault, value]);

it('reads a dish a row; what is left empty is that of the row above', () => {
  const { menus, problems } = read(
    ['2026-12-28', '午餐', '家常豆腐', '大豆、花生', '軟食', '少鹽'],
    ['', '', '米飯', '無', '', null],
    [],
    [new Date('2027-01-03T00:00:00Z'), 'dinner', '小米粥', 'NONE'],
  );
  expect(problems).toEqual([]);
  expect(menus).toEqual([
    {
      ...{ day: '2026-12-28', meal: 'LUNCH' },
      dishes: [
        { name: '家常豆腐', note: '少鹽', allergens: ['SOY', 'PEANUT'], textures: ['SOFT'] },
        { name: '米飯', note: null, allergens: [], textures: ['REGULAR'] },
      ],
    },
    {
      ...{ day: '2027-01-03', meal: 'DINNER' },
      dishes: [{ name: '小米粥', note: null, allergens: [], textures: ['REGULAR'] }],
    },
  ]);
});

it.each([
  ['2026/12/29', '2026-12-29'],
  ['12月30日', '2026-12-30'],
  ['2026年12月31日', '2026-12-31'],
  // The year turns within the week.
  ['1/2', '2027-01-02'],
])('a day may be written as %s', (written, day) => {
  expect(read([written, 'lunch', '米飯', '無']).menus[0]?.day).toBe(day);
});

it('a title may stand above the headings; a day with no dish is not filled in yet', () => {
  const rows = [['一週菜單'], HEAD, ['2026-12-28', '午餐', '', '', '']];
  expect(readMenuSheet(rows, MONDAY, words)).toMatchObject({ menus: [], problems: [] });
});

it.each<[string, SheetCell[][], unknown[][]]>([
  ['no day', [['', '午餐', '米飯', '無']], [[2, 'DAY', 'MISSING', '']]],
  ['no meal', [['2026-12-28', '', '米飯', '無']], [[2, 'MEAL', 'MISSING', '']]],
  ['a date that is none', [['2026-13-01', '午餐', '米飯', '無']], [[2, 'DAY', 'BAD_DATE', '2026-13-01']]],
  [
    'a day of another week',
    [['2026-12-27', '午餐', '米飯', '無']],
    [[2, 'DAY', 'NOT_THIS_WEEK', '2026-12-27']],
  ],
  ['a meal nobody knows', [['2026-12-28', '夜宵', '米飯', '無']], [[2, 'MEAL', 'UNKNOWN_WORD', '夜宵']]],
  // An empty cell may be one that was forgotten: whoever cannot have nuts must not pay for that.
  ['nothing of allergens', [['2026-12-28', '午餐', '米飯', '']], [[2, 'ALLERGENS', 'MISSING', '']]],
  [
    'an allergen nobody knows',
    [['2026-12-28', '午餐', '米飯', '花生、芒果']],
    [[2, 'ALLERGENS', 'UNKNOWN_WORD', '芒果']],
  ],
  [
    'a texture nobody knows',
    [['2026-12-28', '午餐', '米飯', '無', '硬']],
    [[2, 'TEXTURES', 'UNKNOWN_WORD', '硬']],
  ],
  [
    'a name that is too long',
    [['2026-12-28', '午餐', '菜'.repeat(31), '無']],
    [[2, 'DISH', 'TOO_LONG', '菜'.repeat(31)]],
  ],
  [
    'a name that hides something',
    [['2026-12-28', '午餐', '米\u202e飯', '無']],
    [[2, 'DISH', 'FORBIDDEN_CHARACTER', '米\u202e飯']],
  ],
  [
    'a dish twice',
    [
      ['2026-12-28', '午餐', '米飯', '無'],
      ['', '', '米飯', '無'],
    ],
    [[3, 'DISH', 'DISH_TWICE', '米飯']],
  ],
  [
    'nine dishes',
    Array.from({ length: 9 }, (_, n) => ['2026-12-28', '午餐', `菜${n}`, '無']),
    [[10, 'DISH', 'TOO_MANY_DISHES', '菜8']],
  ],
])('%s is said by row and column', (_, rows, wrong) => {
  expect(faults(...rows)).toEqual(wrong);
});

it('a sheet without its headings says which are missing', () => {
  const { menus, problems } = readMenuSheet([['菜名', 'x']], MONDAY, words);
  expect(menus).toEqual([]);
  expect(problems.map(({ row, column, fault }) => `${row} ${column} ${fault}`)).toEqual([
    '1 DAY MISSING_COLUMN',
    '1 MEAL MISSING_COLUMN',
    '1 ALLERGENS MISSING_COLUMN',
    '1 TEXTURES MISSING_COLUMN',
  ]);
  expect(readMenuSheet([], MONDAY, words).problems).toHaveLength(5);
});

const cell = fc.oneof(
  fc.string({ maxLength: 70, unit: 'binary' }),
  fc.constantFrom<SheetCell>(
    null,
    7,
    true,
    new Date(NaN),
    new Date('2026-12-30T00:00:00Z'),
    '花生',
    '午餐',
    '無',
  ),
);

it('whatever stands in the cells, a row is a dish, is said to be wrong, or says nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (rows) => {
      const { menus, problems } = read(...rows);
      const dishes = menus.flatMap((menu) => menu.dishes);
      const wrong = new Set(problems.map(({ row }) => row));
      expect(dishes.length + wrong.size).toBeLessThanOrEqual(rows.length);
      expect(menus.every(({ day }) => day >= MONDAY && day < addDays(MONDAY, 7))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
