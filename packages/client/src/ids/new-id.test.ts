import { afterEach, expect, it, jest } from '@jest/globals';
import { newId } from './new-id.js';

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const real = globalThis.crypto;
const withCrypto = (crypto: object | undefined) =>
  Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });

afterEach(() => {
  withCrypto(real);
  jest.restoreAllMocks();
});

it('is a UUID of version 7 that carries the time', () => {
  const id = newId(Date.parse('2026-11-24T03:30:00Z'));
  expect(id).toMatch(V7);
  expect(parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T03:30:00Z'));
  expect([newId(2), newId(1), newId(30)].sort()).toEqual([
    expect.stringContaining('0001-7'),
    expect.stringContaining('0002-7'),
    expect.stringContaining('001e-7'),
  ]);
});

it.each([
  [
    'on plain HTTP, without randomUUID',
    { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes) },
  ],
  ['without any crypto', undefined],
])('differs each time %s', (_, crypto) => {
  withCrypto(crypto);
  const ids = Array.from({ length: 200 }, () => newId(0));
  expect(new Set(ids).size).toBe(200);
  expect(ids.every((id) => V7.test(id))).toBe(true);
});
