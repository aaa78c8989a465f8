import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Subject } from 'rxjs';
import { acted, gone, shown } from '../testing-hooks.scenario.js';
import { LiveStatusStore } from './live-status.js';
import { LiveContext, useLive, useLiveStatus } from './use-live.js';

interface News {
  readonly news: { readonly cursor: string };
}
const NEWS: TypedDocumentNode<News, { centreId: string }> = gql`
  subscription News($centreId: ID!) {
    news(centreId: $centreId) {
      cursor
    }
  }
`;

beforeEach(() => void jest.useFakeTimers());
afterEach(async () => {
  await gone();
  jest.useRealTimers();
});

async function following() {
  const server = new Subject<ApolloLink.Result<News>>();
  const client = new ApolloClient({ link: new ApolloLink(() => server), cache: new InMemoryCache() });
  const status = new LiveStatusStore();
  const heard: (readonly string[])[] = [];
  const ends: unknown[] = [];
  function Follower() {
    useLive(NEWS, { centreId: 'c' }, (news) => heard.push(news.map(({ news: { cursor } }) => cursor)), {
      onEnd: (error) => ends.push(error ?? 'end'),
    });
    return <p>{useLiveStatus().status}</p>;
  }
  const place = await shown(
    <ApolloProvider client={client}>
      <LiveContext value={status}>
        <Follower />
      </LiveContext>
    </ApolloProvider>,
  );
  const tell = (...cursors: string[]) =>
    acted(() => cursors.forEach((cursor) => server.next({ data: { news: { cursor } } })));
  const pass = (ms: number) => acted(() => jest.advanceTimersByTimeAsync(ms));
  return { server, status, heard, ends, place, tell, pass };
}

it('tells the first news at once and a rush together', async () => {
  const { heard, tell, pass } = await following();
  await tell('1');
  await pass(0);
  expect(heard).toEqual([['1']]);
  await tell('2', '3', '4');
  await pass(299);
  expect(heard).toHaveLength(1);
  await pass(1);
  expect(heard).toEqual([['1'], ['2', '3', '4']]);
});

it('asks to read again when the connection is back, not when it is first there', async () => {
  const { heard, status, place, pass } = await following();
  await acted(() => status.connected());
  await pass(1000);
  expect([heard, place.textContent]).toEqual([[], 'live']);
  await acted(() => status.lost());
  expect([heard, place.textContent]).toEqual([[], 'interrupted']);
  await acted(() => status.connected());
  await pass(0);
  expect(heard).toEqual([[]]);
});

it('tells that it has ended, and nothing after it has gone', async () => {
  const { server, heard, ends, tell } = await following();
  await acted(() => server.complete());
  expect(ends).toEqual(['end']);
  const other = await following();
  await gone();
  await other.tell('1');
  expect([heard, other.heard]).toEqual([[], []]);
  expect(other.server.observed).toBe(false);
  await tell('2');
});
