import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { acted, gone, used } from '../testing-hooks.scenario.js';
import { noteServerTime } from './server-time.js';
import { useNow } from './use-now.js';

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-11-24T03:30:00.400Z') }));
afterEach(async () => {
  await gone();
  noteServerTime(new Date().toUTCString(), Date.now());
  jest.useRealTimers();
});

it('ticks at the full second', async () => {
  const now = await used(() => useNow());
  await acted(() => jest.advanceTimersByTimeAsync(590));
  expect(now.current.toISOString()).toBe('2026-11-24T03:30:00.400Z');
  await acted(() => jest.advanceTimersByTimeAsync(20));
  expect(now.current.toISOString()).toMatch(/03:30:01\.0/);
});

it('goes by the clock of the server as soon as it is known', async () => {
  const now = await used(() => useNow(60_000));
  await acted(() => noteServerTime('Tue, 24 Nov 2026 03:20:00 GMT', Date.now()));
  expect(now.current.toISOString()).toBe('2026-11-24T03:20:00.500Z');
});

it('leaves no timer behind', async () => {
  await used(() => useNow());
  await gone();
  // React's own work runs out; a clock that still ticked would wind itself up again.
  for (let round = 0; round < 5; round += 1) jest.runOnlyPendingTimers();
  expect(jest.getTimerCount()).toBe(0);
});
