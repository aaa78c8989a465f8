import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../base/index.js';
import {
  applyChanges,
  byCode,
  checkFile,
  type FileUnit,
  firstTooEarly,
  kindOfDivision,
  type MisreadRow,
  parentOfDivision,
  type StructureUnit,
} from './index.js';

const day = plainDate.parse('2026-12-01');
const unit = (code: string, officialName: string, more: Partial<FileUnit> = {}): FileUnit => ({
  row: 0,
  code,
  kind: kindOfDivision(code) ?? 'ESTATE',
  officialName,
  parentCode: parentOfDivision(code),
  validFrom: null,
  validTo: null,
  ...more,
});
const inFile = (units: FileUnit[]) => units.map((each, i) => ({ ...each, row: i + 2 }));
const check = (known: readonly StructureUnit[], file: FileUnit[], more = {}) =>
  checkFile({
    template: 'DIVISIONS',
    inForce: byCode(known),
    closed: new Map(),
    effectiveOn: day,
    file: inFile(file),
    misread: [],
    ...more,
  });
const areas = { template: 'AREAS' };

const county = [
  unit('411103', '郾城区'),
  unit('411103101', '孟庙镇'),
  unit('411103104', '新店镇'),
  unit('411103101205', '张店村民委员会'),
  unit('411103104221', '张店村民委员会'),
  unit('411103101206', '薛赵村民委员会'),
];
const estate = (code: string, parentCode: string, more: Partial<FileUnit> = {}) =>
  unit(code, code, { parentCode, ...more });

it('tells what a newer edition opens, closes, renames and moves', () => {
  const { problems, changes } = check(county, [
    ...county.slice(0, 4),
    unit('411103101206', '薛赵社村民委员会'),
    unit('411103104230', '新村村民委员会'),
  ]);
  expect(problems).toEqual([]);
  expect(changes).toMatchObject([
    { kind: 'OPENED', code: '411103104230', unit: { validFrom: day } },
    { kind: 'RENAMED', code: '411103101206', from: '薛赵村民委员会', to: '薛赵社村民委员会' },
    { kind: 'CLOSED', code: '411103104221', lastDay: '2026-11-30' },
  ]);
});

it('a village of the only such name that turns up under another town has moved', () => {
  const { changes } = check(county, [...county.slice(0, 5), unit('411103104226', '薛赵村民委员会')]);
  expect(changes).toEqual([
    { kind: 'MOVED', code: '411103101206', newCode: '411103104226', from: '411103101', to: '411103104' },
  ]);
});

it('follows a town that got another code, down to villages whose name stands twice', () => {
  const recoded = county.map((each) => ({
    ...each,
    code: each.code.replace('411103101', '411103108'),
    parentCode: each.parentCode?.replace('411103101', '411103108') ?? null,
  }));
  const { changes } = check(county, recoded);
  expect(changes.map((change) => change.kind === 'MOVED' && `${change.code} ${change.newCode}`)).toEqual([
    '411103101 411103108',
    '411103101205 411103108205',
    '411103101206 411103108206',
  ]);
});

it('where a name is not enough, the one is closed and the other opened', () => {
  const { changes } = check(county, [
    ...county.slice(0, 3),
    unit('411103104230', '张店村民委员会'),
    unit('411103101230', '张店村民委员会'),
  ]);
  const file = changes.map(({ kind }) => kind).toSorted();
  // Under the same town the name is the only one, so both villages got new numbers in their places; nothing is guessed.
  expect(file).toEqual(['CLOSED', 'MOVED', 'MOVED']);
  const twins = check(
    [...county, unit('411103101207', '张店村民委员会')],
    [...county.slice(0, 3), unit('411103101240', '张店村民委员会')],
  );
  expect(twins.changes.map(({ kind }) => kind).toSorted()).toEqual([
    'CLOSED',
    'CLOSED',
    'CLOSED',
    'CLOSED',
    'OPENED',
  ]);
});

it.each([
  ['a code twice', [...county, unit('411103101205', '张店村民委员会')], 'DUPLICATE_CODE'],
  ['an orphan', [...county, unit('411103109201', '王店村民委员会')], 'UNKNOWN_PARENT'],
  ['another district', [unit('411104', '召陵区')], 'BAD_CODE'],
])('refuses %s, and changes nothing', (_what, file, code) => {
  const { problems, changes } = check(county, file);
  expect(problems).toMatchObject([{ code, row: file.length + 1 }]);
  expect(changes).toEqual([]);
});

it('does not close a village over the heads of its estates', () => {
  const known = [...county, estate('E1', '411103101206')];
  expect(check(known, county.slice(0, 5)).problems).toMatchObject([
    { code: 'HAS_OPEN_CHILDREN', value: '411103101206', hint: 'E1', row: 1 },
  ]);
  // An estate that was closed before does not stand in the way; a file of divisions does not speak of estates.
  const closedEstate = estate('E1', '411103101206', { validTo: plainDate.parse('2026-11-30') });
  expect(check([...county, closedEstate], county.slice(0, 5)).changes).toMatchObject([
    { kind: 'CLOSED', code: '411103101206' },
  ]);
});

it('tells all at once: what cannot be read, what stands twice, what is lost, what would be left behind', () => {
  const known = [...county, estate('E1', '411103104221'), estate('E2', '411103101206')];
  const told = (file: FileUnit[], misread: MisreadRow[]) =>
    check(known, file, { misread }).problems.map(({ row, code, value }) => `${row} ${code} ${value}`);
  const file = [...county.slice(0, 4), unit('411103101205', '又一村民委员会'), unit('411103109201', '王店')];

  // 411103101206 is in row 8, which could not be read; 411103104221 is in no row, and has an estate.
  expect(told(file, [{ row: 8, code: '411103101206' }])).toEqual([
    '1 HAS_OPEN_CHILDREN 411103104221',
    '6 DUPLICATE_CODE 411103101205',
    '7 UNKNOWN_PARENT 411103109',
  ]);
  // A row without a code may be any unit: of what the file seems not to mention nothing is said.
  expect(told(file, [{ row: 8, code: null }])).toEqual([
    '6 DUPLICATE_CODE 411103101205',
    '7 UNKNOWN_PARENT 411103109',
  ]);
  // A row that could not be read can be the first, or the second, of its code; and its children are not lost.
  expect(told(county.slice(0, 3), [{ row: 5, code: '411103' }])).toEqual([
    '1 HAS_OPEN_CHILDREN 411103104221',
    '1 HAS_OPEN_CHILDREN 411103101206',
    '5 DUPLICATE_CODE 411103',
  ]);
  expect(told([...county, unit('411103108201', '新村')], [{ row: 9, code: '411103108' }])).toEqual([]);
});

it('while anything is wrong, a file changes nothing', () => {
  const changed = [...county.slice(0, 4), unit('411103101206', '薛赵社村民委员会')];
  expect(check(county, changed).changes).toHaveLength(2);
  const checked = check(county, changed, { misread: [{ row: 9, code: '411103104221' }] });
  expect(checked.changes).toEqual([]);
  expect(checked.attempted).toMatchObject([{ kind: 'RENAMED', code: '411103101206' }]);
});

it('areas: circles, kinds that do not fit, kinds that change, closed codes', () => {
  const known = [...county, estate('E1', '411103101206'), estate('B1', 'E1', { kind: 'BUILDING' })];
  const told = (file: FileUnit[], more = {}) =>
    check(known, file, { ...areas, ...more }).problems.map(
      ({ row, column, code }) => `${row} ${column} ${code}`,
    );
  const group = (code: string, parentCode: string) => estate(code, parentCode, { kind: 'COMPOUND' });

  expect(told([group('C1', 'C2'), group('C2', 'C1')])).toEqual(['2 parentCode CYCLE', '3 parentCode CYCLE']);
  expect(told([estate('E2', '411103101')])).toEqual(['2 kind KIND_DOES_NOT_FIT_PARENT']);
  expect(told([estate('E1', '411103101206', { kind: 'GRID' })])).toEqual(['2 kind BAD_KIND']);
  expect(told([estate('E2', '411103999201')])).toEqual(['2 parentCode UNKNOWN_PARENT']);
  const closed = new Map([['E9', plainDate.parse('2026-05-31')]]);
  expect(told([estate('E9', '411103101206')], { closed })).toEqual(['2 validFrom BAD_DATE']);
  expect(told([estate('E9', '411103101206', { validFrom: day })], { closed })).toEqual([]);
  expect(told([estate('E1', '411103101206', { validTo: day })])).toEqual(['2 code HAS_OPEN_CHILDREN']);
});

it('areas: touches the rows that are there, and only those', () => {
  const known = [...county, estate('E1', '411103101206'), estate('E2', '411103101206')];
  const { changes } = check(
    known,
    [
      estate('E1', '411103101205', { officialName: '向阳小区', validTo: day }),
      estate('E3', '411103101206', { validFrom: plainDate.parse('2025-01-01') }),
    ],
    areas,
  );
  expect(changes).toMatchObject([
    { kind: 'RENAMED', code: 'E1' },
    { kind: 'MOVED', code: 'E1', from: '411103101206', to: '411103101205' },
    { kind: 'CLOSED', code: 'E1', lastDay: day },
    { kind: 'OPENED', code: 'E3', unit: { validFrom: '2025-01-01' } },
  ]);
});

it('no change goes before the last one of its unit', () => {
  const { changes } = check(county, county.slice(0, 5));
  const since = (date: string) => new Map([['411103101206', plainDate.parse(date)]]);
  expect(firstTooEarly(changes, since('2026-11-30'), day)).toBeUndefined();
  expect(firstTooEarly(changes, since('2026-12-01'), day)).toBe('411103101206');
});

// ── any tree ──
const numbers = (from: number, to: number) =>
  fc.uniqueArray(fc.integer({ min: from, max: to }), { maxLength: 6 });
const digits = (n: number) => String(n).padStart(3, '0');
const names = fc.constantFrom('张店', '王店', '李集', '后周', '南街', '何庄');
const district: fc.Arbitrary<FileUnit[]> = fc
  .tuple(numbers(1, 210), fc.array(numbers(1, 210), { minLength: 6, maxLength: 6 }), fc.infiniteStream(names))
  .map(([towns, villages, name]) => {
    const code = (...parts: string[]) => unit(parts.join(''), `${String(name.next().value)}${parts.length}`);
    const below = towns.flatMap((town, i) => [
      code('411103', digits(town)),
      ...(villages[i] ?? []).map((village) => code('411103', digits(town), digits(village))),
    ]);
    return inFile([unit('411103', '郾城区'), ...below]);
  });
const shape = (units: Iterable<StructureUnit>) =>
  [...units]
    .filter(({ validTo }) => validTo === null)
    .map(({ code, kind, officialName, parentCode }) => `${code} ${kind} ${officialName} ${parentCode ?? ''}`)
    .toSorted();

it('applied to any old edition, the difference gives the new one; applied twice, nothing', () => {
  fc.assert(
    fc.property(district, district, (old, edition) => {
      const { problems, changes } = check(old, edition);
      expect(problems).toEqual([]);
      const after = applyChanges(byCode(old), changes);
      expect(shape(after.values())).toEqual(shape(edition));
      const open = [...after.values()].filter(({ validTo }) => validTo === null);
      expect(check(open, edition).changes).toEqual([]);
    }),
  );
});

it('the same file in any order says the same', () => {
  fc.assert(
    fc.property(district, district, (old, edition) => {
      const facts = (file: FileUnit[]) => shape(applyChanges(byCode(old), check(old, file).changes).values());
      expect(facts(edition.toReversed())).toEqual(facts(edition));
    }),
  );
});
