import { expect, it } from '@jest/globals';
import {
  accountName,
  refusalToCode,
  refusalToPassword,
  setAccountDisabledInput,
  signInCodes,
  signInWithCodeInput,
} from './index.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

it.each([
  ['right, in time, first try', 1, 300, true, null],
  ['right, at the last try', signInCodes.tries, 1, true, null],
  ['right, one try too many', signInCodes.tries + 1, 300, true, 'TOO_MANY_TRIES'],
  ['wrong', 1, 300, false, 'CODE_WRONG'],
  ['wrong, one try too many', signInCodes.tries + 1, 300, false, 'TOO_MANY_TRIES'],
  ['right, at the very end', 1, 0, true, 'CODE_EXPIRED'],
  ['right, too late and too often', 9, -1, true, 'CODE_EXPIRED'],
])('a code that is %s', (_what, tries, left, matches, refusal) => {
  expect(refusalToCode({ tries, expiresAt: later(left), now: NOW, matches })).toBe(refusal);
});

it.each([
  ['123456789', 'PASSWORD_TOO_WEAK'],
  ['1234567890', 'PASSWORD_TOO_WEAK'],
  ['aaaaaaaaaaaa', 'PASSWORD_TOO_WEAK'],
  ['ababababababab', 'PASSWORD_TOO_WEAK'],
  ['wang.xiaomin2026', 'PASSWORD_TOO_WEAK'],
  ['WANG.XIAOMIN!!', 'PASSWORD_TOO_WEAK'],
  ['鄰里中心今天有紅燒', 'PASSWORD_TOO_WEAK'],
  ['鄰里中心今天有紅燒肉', null],
  ['correct horse', null],
])('the password %s', (password, refusal) => {
  expect(refusalToPassword('wang.xiaomin', password)).toBe(refusal);
});

it('an account has a plain name, whatever its capitals', () => {
  expect(accountName.parse(' Wang.Xiaomin ')).toBe('wang.xiaomin');
  for (const wrong of ['ab', '王曉敏', 'a b', 'x'.repeat(33), "a';--"])
    expect(accountName.safeParse(wrong).success).toBe(false);
});

it('a code is six digits', () => {
  const fits = (code: string) => signInWithCodeInput.safeParse({ phone: '13803951234', code }).success;
  expect(['012345', '12345', '1234567', '12345a', '１２３４５６'].map(fits)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('to disable takes a reason, to enable none', () => {
  const id = '019ab000-0000-7000-8000-000000000001';
  const fits = (disabled: boolean, reason: string) =>
    setAccountDisabledInput.safeParse({ id, disabled, reason }).success;
  expect([
    fits(true, ''),
    fits(true, ' '),
    fits(true, '調離'),
    fits(false, ''),
    fits(false, '回來了'),
  ]).toEqual([false, false, true, true, true]);
});
