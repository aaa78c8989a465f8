import { expect, it } from '@jest/globals';
import { ApolloLink, gql } from '@apollo/client';
import { Observable, of } from 'rxjs';
import { createLinliClient } from './create-client.js';
import { fetchedLater } from './fetched-later.js';

const NEWS = gql`
  subscription News {
    news
  }
`;
const clientWith = (load: () => Promise<ApolloLink>) =>
  createLinliClient({ face: 'resident', locale: 'zh-Hant', live: fetchedLater(load) });
const endOf = (client: ReturnType<typeof clientWith>) =>
  new Promise((resolve) => {
    client.subscribe({ query: NEWS }).subscribe({
      next: ({ data, error }) => resolve(error ?? data),
      error: resolve,
    });
  });

it('fetches the link when it is first needed, and asks again for one that could not be fetched', async () => {
  const answers = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(new ApolloLink(() => of({ data: { news: 'one' } }))),
  ];
  let asked = 0;
  const client = clientWith(() => answers[asked++]?.() ?? Promise.reject(new Error('asked too often')));
  expect(asked).toBe(0);
  expect(await endOf(client)).toBeInstanceOf(TypeError);
  expect(await endOf(client)).toEqual({ news: 'one' });
  expect(asked).toBe(2);
});

it('who has gone before the link came is not followed, and who goes afterwards is let go', async () => {
  let following = 0;
  const link = new ApolloLink(
    () =>
      new Observable(() => {
        following += 1;
        return () => void (following -= 1);
      }),
  );
  const client = clientWith(() => Promise.resolve(link));
  client.subscribe({ query: NEWS }).subscribe({}).unsubscribe();
  await new Promise((resolve) => setTimeout(resolve));
  expect(following).toBe(0);
  const staying = client.subscribe({ query: NEWS }).subscribe({});
  await new Promise((resolve) => setTimeout(resolve));
  expect(following).toBe(1);
  staying.unsubscribe();
  expect(following).toBe(0);
});
