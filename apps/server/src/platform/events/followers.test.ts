import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Followers } from './followers.js';

interface Item {
  readonly subjectId: string;
  readonly n: number;
}
const item = (subjectId: string, n: number): Item => ({ subjectId, n });
async function* past(...items: Item[]): AsyncGenerator<Item> {
  for (const each of items) {
    await sleep(5);
    yield each;
  }
}
const numbers = async (news: AsyncIterator<Item>, count: number): Promise<number[]> => {
  const taken: number[] = [];
  for (let i = 0; i < count; i += 1) taken.push(((await news.next()).value as Item).n);
  return taken;
};

it('hands over the past, what came meanwhile, and what comes, in the order of the events', async () => {
  const followers = new Followers<Item>();
  const news = followers.follow(['a', 'b'], () => past(item('a', 1), item('b', 2)));
  const first = news.next();
  for (const [subject, n] of [
    ['a', 3],
    ['a', 4],
    ['b', 5],
    ['c', 6],
    ['a', 7],
  ] as const)
    followers.tell(item(subject, n));
  expect((await first).value).toEqual(item('a', 1));
  expect(await numbers(news, 5)).toEqual([2, 3, 4, 5, 7]);
  const next = news.next();
  followers.tell(item('b', 8));
  expect((await next).value).toEqual(item('b', 8));
  await news.return?.();
});

it('who leaves while waiting is gone at once', async () => {
  const followers = new Followers<Item>();
  const news = followers.follow(['a', 'b'], () => past());
  const next = news.next();
  await sleep(20);
  expect(followers.subjects).toBe(2);
  await news.return?.();
  expect((await next).done).toBe(true);
  expect(followers.subjects).toBe(0);
});

it('who takes nothing is let go, and the others hear on', async () => {
  const followers = new Followers<Item>();
  const [slow, quick] = [followers.follow(['a'], () => past()), followers.follow(['a'], () => past())];
  const [first, heard] = [slow.next(), quick.next()];
  await sleep(20);
  for (let n = 0; n < 3000; n += 1) {
    followers.tell(item('a', n));
    if (n > 0 && n < 2900) await quick.next();
  }
  expect((await heard).value).toEqual(item('a', 0));
  expect((await first).value).toEqual(item('a', 0));
  let left = 0;
  while (!(await slow.next()).done) left += 1;
  expect(left).toBeLessThan(3000);
  expect(followers.subjects).toBe(1);
  await quick.return?.();
});
