import { expect, it } from '@jest/globals';
import { csvOf } from '../kit/download';
import { addDays, isDay, mondayOf, weekdayOf } from '../kit/days';
import { freezingOf } from './kitchen/freezing';
import { frozenDays } from './kitchen/menu-week';
import { agreementOf } from './kitchen/sums';
import { fenOf, minutesIn, spanOf, yuanOf } from './offering/policy-words';
import { calendarOf, hoursOf, isChanged, isWhole, slotsOn, timeOf } from './offering/timetable';

it('amounts are written in yuan and kept in 分', () => {
  expect(['12', '12.5', '12.05', '¥0'].map(fenOf)).toEqual([1200, 1250, 1205, 0]);
  expect(['', '-1', '12.345', '十二', '1e3'].map(fenOf)).toEqual(Array(5).fill(undefined));
  expect([1200, 1205, 0].map(yuanOf)).toEqual(['12', '12.05', '0']);
});

it('a span is told in the largest unit that is whole, and comes back the same', () => {
  expect([0, 45, 120, 1440, 1500].map(spanOf)).toEqual([
    { count: 0, unit: 'minutes' },
    { count: 45, unit: 'minutes' },
    { count: 2, unit: 'hours' },
    { count: 1, unit: 'days' },
    { count: 25, unit: 'hours' },
  ]);
  for (const minutes of [0, 1, 59, 60, 915, 1440, 10_080]) {
    const { count, unit } = spanOf(minutes);
    expect(minutesIn(count, unit)).toBe(minutes);
  }
});

it('times are understood as people type them', () => {
  expect(['9:00', '900', '0900', '９：３０', '14.15'].map(timeOf)).toEqual([
    '09:00',
    '09:00',
    '09:00',
    '09:30',
    '14:15',
  ]);
  expect(timeOf('25:00')).toBe('25:00');
});

it('a slot is whole when it ends after it starts and has places', () => {
  const slot = { weekday: 1, starts: '09:00', ends: '10:00', capacity: 20 };
  expect(
    [slot, { ...slot, ends: '09:00' }, { ...slot, capacity: 0 }, { ...slot, starts: '9' }].map(isWhole),
  ).toEqual([true, false, false, false]);
  expect(isChanged([slot], [slot])).toBe(false);
  expect(isChanged([{ ...slot, capacity: 21 }], [slot])).toBe(true);
  expect(hoursOf([{ ...slot, starts: '06:30', ends: '21:10' }])).toEqual([6, 22]);
});

it('only the slots in force on the day count', () => {
  const slot = (from: string, to: string | null) => ({
    id: from,
    weekday: 1,
    starts: '09:00',
    ends: '10:00',
    capacity: 1,
    from,
    to,
  });
  expect(slotsOn([slot('2026-01-01', '2026-06-30'), slot('2026-07-01', null)], '2026-07-01')).toHaveLength(1);
});

it('the calendar is made of whole weeks', () => {
  const days = calendarOf('2026-11-25', '2026-12-06', []);
  expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([14, '2026-11-23', '2026-12-06']);
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29'), mondayOf('2026-11-29')]).toEqual([
    1,
    7,
    '2026-11-23',
  ]);
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(['2026-02-29', '2028-02-29', '2026-13-01'].map(isDay)).toEqual([false, true, false]);
});

it('three counts agree only when every row and every sum does', () => {
  const counts = (dineIn: number, pickUp: number, delivery: number, total = dineIn + pickUp + delivery) => ({
    dineIn,
    pickUp,
    delivery,
    total,
  });
  const sheet = {
    orders: 86,
    agrees: true,
    totals: counts(48, 14, 24),
    textures: [
      { texture: 'REGULAR' as const, counts: counts(36, 9, 12) },
      { texture: 'SOFT' as const, counts: counts(11, 4, 8) },
      { texture: 'LIQUID' as const, counts: counts(1, 1, 4) },
    ],
  };
  expect(agreementOf(sheet)).toEqual({ orders: 86, byTexture: 86, byWay: [48, 14, 24], agrees: true });
  expect(agreementOf({ ...sheet, orders: 87 }).agrees).toBe(false);
  expect(agreementOf({ ...sheet, agrees: false }).agrees).toBe(false);
  expect(agreementOf({ ...sheet, totals: counts(48, 14, 24, 85) }).agrees).toBe(false);
  expect(agreementOf({ ...sheet, textures: sheet.textures.slice(1) }).agrees).toBe(false);
});

it('a sheet keeps commas, quotes and Chinese, and runs no formula', () => {
  expect(
    csvOf([
      ['名稱', 'a,"b"'],
      ['=1+1', '沙北'],
    ]),
  ).toBe('\uFEFF名稱,"a,""b"""\r\n\'=1+1,沙北\r\n');
});

it('a meal of a day is frozen with the first of its ways, and no other meal with it', () => {
  const session = (day: string, meal: 'LUNCH' | 'DINNER', closesAt: string, state = 'SCHEDULED') =>
    ({ id: day + closesAt, day, state, closesAt, service: { id: meal, meal } }) as never;
  const sessions = [
    session('2026-11-23', 'LUNCH', '2026-11-23T01:30:00Z'),
    session('2026-11-23', 'DINNER', '2026-11-23T08:00:00Z'),
    session('2026-11-24', 'LUNCH', '2026-11-23T12:00:00Z'),
    session('2026-11-24', 'LUNCH', '2026-11-24T01:30:00Z'),
    session('2026-11-25', 'LUNCH', '2026-11-23T01:00:00Z', 'CANCELLED'),
  ];
  const at = (now: string) => [...frozenDays(sessions, 'LUNCH', new Date(now))];
  expect(at('2026-11-23T01:29:59Z')).toEqual([]);
  expect(at('2026-11-23T01:30:00Z')).toEqual(['2026-11-23']);
  expect(at('2026-11-23T12:00:00Z')).toEqual(['2026-11-23', '2026-11-24']);
});

it('a sheet is frozen only when every way is', () => {
  const ways = (...frozen: boolean[]) =>
    frozen.map((one) => ({ way: 'DINE_IN', frozen: one, freezesAt: '', serves: '' })) as never;
  expect([ways(), ways(false, false), ways(true, false, false), ways(true, true)].map(freezingOf)).toEqual([
    'NONE',
    'NONE',
    'SOME',
    'ALL',
  ]);
});
