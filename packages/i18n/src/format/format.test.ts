import { expect, it } from '@jest/globals';
import { formatsOf } from './index.js';

const [hant, hans, en] = [formatsOf('zh-Hant'), formatsOf('zh-Hans'), formatsOf('en')] as const;
const half = '2026-11-24T03:30:00Z';

it('tells the day in China, whatever the clock of the machine', () => {
  expect([hant.day(half), hans.day(half), en.day(half)]).toEqual([
    '11月24日 週二',
    '11月24日 周二',
    'Tue 24 Nov',
  ]);
  expect(hant.day('2026-11-23T16:00:00Z')).toBe('11月24日 週二');
  expect(hant.day('2026-11-24')).toBe('11月24日 週二');
  expect([hant.date('2026-11-24'), en.date('2026-11-24')]).toEqual(['2026年11月24日', '24 Nov 2026']);
  expect(hant.weekday('2026-11-29')).toBe('週日');
});

it('names the days near to now', () => {
  const now = new Date('2026-11-24T15:59:00Z');
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  expect(days.map((day) => hant.relativeDay(day, now))).toEqual([
    ...['前天', '昨天', '今天', '明天', '後天', '11月27日 週五'],
  ]);
  expect(days.map((day) => en.relativeDay(day, now))).toEqual([
    ...['Sun 22 Nov', 'Yesterday', 'Today', 'Tomorrow', 'Thu 26 Nov', 'Fri 27 Nov'],
  ]);
});

it('tells time by 24 hours', () => {
  expect(hant.time('2026-11-23T16:05:00Z')).toBe('00:05');
  expect(hant.clock('2026-11-24T12:00:09Z')).toBe('20:00:09');
  expect(hant.timeRange(half, '2026-11-24T04:30:00Z')).toBe('11:30–12:30');
  expect(hant.dateTime(half)).toBe('11月24日 週二 11:30');
  expect(hant.ago(half, new Date('2026-11-24T03:33:10Z')).replace(/\s/g, '')).toBe('3分鐘前');
  expect(hant.ago(half, new Date('2026-11-24T03:30:20Z'))).toBe('剛剛');
  expect(hant.ago(half, new Date('2026-11-24T03:29:50Z'))).toBe('剛剛');
});

it('tells money from 分, ratios and counts', () => {
  expect([400, 450, 5, 120000, -800, 0].map((fen) => hant.money(fen))).toEqual([
    ...['¥4', '¥4.50', '¥0.05', '¥1,200', '−¥8', '¥0'],
  ]);
  expect(hant.money(400, { exact: true })).toBe('¥4.00');
  expect([hant.percent(0.934), hant.percent(1), hant.count(12345)]).toEqual(['93.4%', '100%', '12,345']);
});
