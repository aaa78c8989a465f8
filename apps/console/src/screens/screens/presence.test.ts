import { expect, it } from '@jest/globals';
import { presenceOf } from './presence';

const PAIRED = '2026-11-24T03:30:00Z';
const after = (seconds: number) => new Date(Date.parse(PAIRED) + seconds * 1000);
const wall = (part: object = {}) => ({ online: false, lastSeenAt: null, pairedAt: PAIRED, ...part });

it('a wall that was just paired is connecting, not offline; for a minute', () => {
  expect(presenceOf(wall(), after(1))).toBe('connecting');
  expect(presenceOf(wall(), after(59))).toBe('connecting');
  expect(presenceOf(wall(), after(60))).toBe('offline');
});

it('what has been seen is online or offline, as the server says', () => {
  expect(presenceOf(wall({ online: true, lastSeenAt: PAIRED }), after(2))).toBe('online');
  expect(presenceOf(wall({ lastSeenAt: PAIRED }), after(2))).toBe('offline');
});
