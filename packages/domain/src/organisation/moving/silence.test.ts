import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate } from '../../base/index.js';
import { isLongEnough, monthsOn, silenceOn, SilenceState } from './index.js';

const day = (text: string) => text as PlainDate;

it('a report is due a period after the last, and a month later somebody is silent', () => {
  const on = (text: string) => silenceOn(day('2026-01-31'), 1, day(text));
  expect(on('2026-02-01')).toEqual({ dueOn: '2026-02-28', state: 'IN_TOUCH' });
  expect(on('2026-02-21').state).toBe('DUE_SOON');
  expect(on('2026-02-28').state).toBe('DUE_SOON');
  expect(on('2026-03-01').state).toBe('OVERDUE');
  expect(on('2026-03-30').state).toBe('OVERDUE');
  expect(on('2026-03-31').state).toBe('SILENT');
});

it('without a report the state only grows worse, and a later report never makes it worse', () => {
  const order = Object.values(SilenceState);
  const n = fc.integer({ min: 0, max: 800 });
  fc.assert(
    fc.property(n, n, fc.integer({ min: 1, max: 12 }), (one, other, every) => {
      const [heard, start] = [day('2025-01-31'), addDays(day('2025-01-31'), one)];
      const rank = (from: PlainDate, on: PlainDate) => order.indexOf(silenceOn(from, every, on).state);
      const later = addDays(start, other);
      expect(rank(heard, later)).toBeGreaterThanOrEqual(rank(heard, start));
      expect(rank(start, later)).toBeLessThanOrEqual(rank(heard, later));
    }),
  );
});

it('half a year or more', () => {
  expect(monthsOn(day('2026-08-31'), 6)).toBe('2027-02-28');
  expect(isLongEnough(day('2026-01-15'), day('2026-07-15'))).toBe(true);
  expect(isLongEnough(day('2026-01-15'), day('2026-07-14'))).toBe(false);
});
