import { expect, it } from '@jest/globals';
import { driftAt } from '../care/drift';
import { isNight, nextReload } from '../care/night';
import { fitOf } from '../shell/fit';
import { moment, TUESDAY } from '../testing/samples';
import { ageOf, isStale } from './age';
import { PAGE_MS, turnAt } from './rotation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it('pages take turns of 24 seconds, by time alone', () => {
  const turn = (gone: number) => turnAt(2, 1000, 1000 + gone);
  expect([0, PAGE_MS - 1, PAGE_MS, 2 * PAGE_MS, 9.5 * PAGE_MS].map((gone) => turn(gone).index)).toEqual([
    0, 0, 1, 0, 1,
  ]);
  expect(turn(9.5 * PAGE_MS).progress).toBe(0.5);
  expect(turnAt(1, 0, 77 * PAGE_MS).index).toBe(0);
  expect(turnAt(0, 0, PAGE_MS)).toEqual({ index: 0, progress: 0 });
});

it('is stale when the connection is gone for a while, not when it blinks', () => {
  const now = 10 * HOUR;
  const stale = (age: number, interrupted?: number) =>
    isStale(
      { answeredAt: now - age, interruptedSince: interrupted === undefined ? undefined : now - interrupted },
      now,
    );
  expect(stale(70_000)).toBe(false);
  expect(stale(91_000)).toBe(true);
  expect(stale(50_000, 10_000)).toBe(false);
  expect(stale(20_000, 16_000)).toBe(true);
  // The socket is gone, but the page is read every five seconds: its figures are right.
  expect(stale(5000, HOUR)).toBe(false);
  // A machine that lost its clock with its power.
  expect(stale(-30 * HOUR)).toBe(true);
});

it('tells the age in the unit that one would use, for 72 hours and more', () => {
  const age = (ms: number) => ageOf(0, ms);
  expect(age(59_000)).toEqual({ unit: 'minutes', count: 0 });
  expect(age(119 * MINUTE)).toEqual({ unit: 'minutes', count: 119 });
  expect(age(2 * HOUR)).toEqual({ unit: 'hours', count: 2 });
  expect(age(47 * HOUR)).toEqual({ unit: 'hours', count: 47 });
  expect(age(72 * HOUR)).toEqual({ unit: 'days', count: 3 });
  expect(age(-HOUR)).toEqual({ unit: 'minutes', count: 0 });
});

it('night is from ten to six in China', () => {
  const hours = ['21:59', '22:00', '00:30', '05:59', '06:00', '12:00'];
  expect(hours.map((time) => isNight(moment(TUESDAY, time)))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('opens itself anew about half past three, always in the future', () => {
  const at = (time: string, chance: number) => nextReload(moment(TUESDAY, time), chance).toISOString();
  expect(at('01:00', 0.5)).toBe('2026-11-23T19:30:00.000Z');
  expect(at('03:30', 0.5)).toBe('2026-11-24T19:30:00.000Z');
  expect(at('12:00', 0)).toBe('2026-11-24T19:15:00.000Z');
  expect(at('12:00', 1)).toBe('2026-11-24T19:45:00.000Z');
});

it('wanders within 24 pixels, a pixel at a time', () => {
  const start = moment(TUESDAY, '00:00').getTime();
  const path = Array.from({ length: 6 * 60 * 24 }, (_, i) => driftAt(new Date(start + i * 10_000)));
  for (const axis of ['x', 'y'] as const) {
    const places = path.map((place) => place[axis]);
    expect(Math.max(...places) - Math.min(...places)).toBe(24);
    expect(places.every((place, i) => i === 0 || Math.abs(place - (places[i - 1] ?? 0)) <= 1)).toBe(true);
  }
});

it('fits every wall without cutting: a shape of its own for wide and tall', () => {
  expect(fitOf(1920, 1080)).toEqual({ shape: 'normal', scale: 1, left: 0, top: 0 });
  expect(fitOf(3840, 2160)).toEqual({ shape: 'normal', scale: 2, left: 0, top: 0 });
  expect(fitOf(3840, 1080)).toMatchObject({ shape: 'wide', scale: 1 });
  expect(fitOf(1080, 1920)).toMatchObject({ shape: 'tall', scale: 1 });
  expect(fitOf(1920, 1200)).toEqual({ shape: 'normal', scale: 1, left: 0, top: 60 });
  expect(fitOf(1280, 720).scale).toBeCloseTo(2 / 3);
});
