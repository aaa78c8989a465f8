import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOnline, newPairingCode, pairingCode } from './screen.js';

it('a code is made of signs that nobody confuses, and can be typed as it pleases', () => {
  const bytes = fc.array(fc.nat(255), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(bytes, (random) => {
      const code = newPairingCode(random);
      if (code === undefined) return;
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
      expect(pairingCode.parse(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
    }),
  );
});

it('too little chance gives no code rather than a short one', () => {
  expect(newPairingCode([1, 2, 3])).toBeUndefined();
  expect(newPairingCode(Array(40).fill(255))).toBeUndefined();
});

it.each(['ABC12', 'ABCDE0', 'ABCDEFG', '', '漢字漢字漢字'])('refuses %j', (text) => {
  expect(pairingCode.safeParse(text).success).toBe(false);
});

it('a screen is away after two missed reports', () => {
  const now = new Date('2026-11-24T03:24:00Z');
  expect(isOnline(new Date(now.getTime() - 60_000), now)).toBe(true);
  expect(isOnline(new Date(now.getTime() - 91_000), now)).toBe(false);
  expect(isOnline(null, now)).toBe(false);
});
