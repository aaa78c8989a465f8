import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { blindIndex, seal, unseal } from './index.js';

const key = randomBytes(32);

it('opens what it closed, and only with that key, for that purpose, unchanged', () => {
  const sealed = seal(key, 'phone', '13803951234');
  expect(unseal(key, 'phone', sealed)).toBe('13803951234');
  expect(sealed.includes('13803951234')).toBe(false);
  expect(() => unseal(randomBytes(32), 'phone', sealed)).toThrow();
  expect(() => unseal(key, 'totp', sealed)).toThrow();
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
  expect(() => unseal(key, 'phone', sealed)).toThrow();
});

it('never closes the same text to the same bytes, and always indexes it to the same', () => {
  expect(seal(key, 'phone', '1').equals(seal(key, 'phone', '1'))).toBe(false);
  const index = blindIndex(key, 'phone-index', '13803951234');
  expect(blindIndex(key, 'phone-index', '13803951234')).toEqual(index);
  expect(blindIndex(key, 'limit', '13803951234')).not.toEqual(index);
  expect(blindIndex(randomBytes(32), 'phone-index', '13803951234')).not.toEqual(index);
});
