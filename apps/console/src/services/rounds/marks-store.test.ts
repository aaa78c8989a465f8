import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { RoundFragment } from '../../gql/graphql';
import {
  changeKept,
  dropAllRounds,
  dropOldRounds,
  forgetAccount,
  type KeptMark,
  keptRound,
  keptRounds,
} from './marks-store';
import { hasRidden, noteRider, phoneDay, riderOfToday } from './rider';

const [LI, WU] = ['account-li', 'account-wu'];
const round = { id: 'round', number: 1, stops: [{ name: '李桂蘭' }] } as unknown as RoundFragment;
const tap = (id: string, more: Partial<KeptMark> = {}): KeptMark => ({
  ...{ id, bookingId: `booking ${id}`, outcome: 'DELIVERED', handedTo: null, at: new Date().toISOString() },
  ...more,
});
const keep = (account: string, roundId: string, marks: readonly KeptMark[]) =>
  changeKept(account, roundId, (now) => ({ ...now, round, marks }));
const ride = (accountId: string) =>
  noteRider({ accountId, roundId: 'one', centreId: 'centre', day: phoneDay(), keptOn: phoneDay() });

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-23T04:00:00Z'), doNotFake: ['setImmediate', 'setTimeout'] });
});
afterEach(async () => {
  await forgetAccount(LI);
  await forgetAccount(WU);
  jest.useRealTimers();
});

it('one phone, two riders: neither sees what the other kept', async () => {
  await keep(LI, 'one', [tap('a')]);
  await keep(WU, 'two', []);
  expect((await keptRounds(LI)).map(({ roundId }) => roundId)).toEqual(['one']);
  expect(await keptRound(WU, 'one')).toBeUndefined();
});

it('the day over, names and doors are gone, and what was not sent waits', async () => {
  await keep(LI, 'one', [tap('a'), tap('b', { unknown: true })]);
  await keep(LI, 'two', []);
  ride(LI);
  await dropOldRounds();
  expect((await keptRounds(LI)).map((kept) => kept.round)).toEqual([round, round]);

  jest.setSystemTime(new Date('2026-11-23T16:30:00Z'));
  expect(riderOfToday()).toBeUndefined();
  await dropOldRounds();
  expect(await keptRounds(LI)).toEqual([
    { roundId: 'one', marks: [tap('a', { at: '2026-11-23T04:00:00.000Z' })], keptOn: '2026-11-23' },
  ]);
});

it('a mark that nobody took for a week is given up, and nothing is left', async () => {
  await keep(LI, 'one', [tap('a')]);
  ride(LI);
  jest.setSystemTime(new Date('2026-12-01T04:00:00Z'));
  await dropOldRounds();
  expect(await keptRounds(LI)).toEqual([]);
  expect(hasRidden()).toBe(false);
});

it('signed out, nothing of the account stays; of another one no names, but what it has not sent', async () => {
  await keep(LI, 'one', [tap('a')]);
  await keep(WU, 'two', [tap('b')]);
  ride(LI);
  await forgetAccount(LI);
  expect(await keptRounds(LI)).toEqual([]);
  expect(await keptRounds(WU)).toMatchObject([{ roundId: 'two', marks: [{ id: 'b' }] }]);
  expect(JSON.stringify(await keptRounds(WU))).not.toContain('李桂蘭');
  expect(riderOfToday()).toBeUndefined();
});

it('a session that ended by itself leaves no names either, and loses no mark', async () => {
  await keep(LI, 'one', [tap('a')]);
  ride(LI);
  await dropAllRounds();
  expect(await keptRounds(LI)).toMatchObject([{ marks: [{ id: 'a' }] }]);
  expect(await keptRound(LI, 'one')).not.toHaveProperty('round');
  expect(hasRidden()).toBe(false);
});
