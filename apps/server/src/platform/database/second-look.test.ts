import { expect, it } from '@jest/globals';
import pg from 'pg';
import { secondLook } from './second-look.js';

const lost = (code: string) => Object.assign(new pg.DatabaseError(code, 0, 'error'), { code });

/** Loses so often, and then gets it. */
function after(losses: number, error: Error) {
  let looks = 0;
  const work = () => (looks++ < losses ? Promise.reject(error) : Promise.resolve('done'));
  return { work, looks: () => looks };
}

it.each(['23505', '23P01'])('who lost a race (%s) looks again, more than once', async (code) => {
  const { work, looks } = after(3, lost(code));
  await expect(secondLook(work)).resolves.toBe('done');
  expect(looks()).toBe(4);
});

it('gives up what can never be won', async () => {
  const { work, looks } = after(100, lost('23505'));
  await expect(secondLook(work)).rejects.toThrow('23505');
  expect(looks()).toBe(6);
});

it('does not try again what is no race', async () => {
  const { work, looks } = after(1, lost('23514'));
  await expect(secondLook(work)).rejects.toThrow('23514');
  expect(looks()).toBe(1);
});
