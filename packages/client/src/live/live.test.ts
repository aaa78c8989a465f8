/**
 * @jest-environment node
 * @jest-environment-options {"customExportConditions": ["source", "node", "node-addons"]}
 */
import { afterEach, expect, it } from '@jest/globals';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { backoffMs, pause } from './backoff.js';
import { createLiveLink, type LiveLink } from './create-live-link.js';

const schema = buildSchema(`
  type News { cursor: String! name: String! }
  type Query { x: Int }
  type Subscription { news(after: String): News! no: News! }
`);
const NEWS = gql`
  subscription News($after: String) {
    news(after: $after) {
      cursor
      name
    }
  }
`;

/** A server that sends one piece of news after the cursor to each subscriber, and then keeps still. */
async function newsServer(port = 0) {
  const server = new WebSocketServer({ port, path: '/graphql' });
  await once(server, 'listening');
  const after: unknown[] = [];
  const urls: string[] = [];
  server.on('connection', (_socket, { url }) => urls.push(url ?? ''));
  const roots = {
    news: async function* ({ after: cursor }: { after?: string }) {
      after.push(cursor);
      const next = String(Number(cursor ?? 0) + 1);
      yield { news: { cursor: next, name: 'BOOKED' } };
      await new Promise(() => undefined);
    },
    no: () => Promise.reject(new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } })),
  };
  useServer({ schema, roots: { subscription: roots } }, server);
  const cut = (code?: number) =>
    server.clients.forEach((socket) => (code === undefined ? socket.terminate() : socket.close(code)));
  return { port: (server.address() as AddressInfo).port, after, urls, cut, server };
}

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function clientOf(port: number, keepAliveMs = 15_000): { live: LiveLink; client: ApolloClient } {
  const live = createLiveLink({
    face: 'screen',
    locale: 'zh-Hant',
    url: `ws://localhost:${port}/graphql`,
    webSocketImpl: WebSocket,
    keepAliveMs,
    wait: () => pause(5, new EventTarget()),
  });
  closing.push(() => live.close());
  return { live, client: new ApolloClient({ link: live.link, cache: new InMemoryCache() }) };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 4000; !holds();) {
    if (Date.now() > end) throw new Error('It never came to hold.');
    await pause(5, new EventTarget());
  }
}

async function following(keepAliveMs?: number) {
  const server = await newsServer();
  closing.push(() => {
    server.cut();
    server.server.close();
  });
  const { live, client } = clientOf(server.port, keepAliveMs);
  const cursors: unknown[] = [];
  const ends: unknown[] = [];
  const subscription = client.subscribe<{ news: { cursor: string } }>({ query: NEWS }).subscribe({
    next: ({ data }) => cursors.push(data?.news.cursor),
    error: (error: unknown) => ends.push(error),
    complete: () => ends.push('complete'),
  });
  closing.unshift(() => subscription.unsubscribe());
  await until(() => cursors.length === 1);
  return { ...server, live, client, cursors, ends };
}

it('opens lazily, and tells the server its face and its language', async () => {
  const server = await newsServer();
  const { live } = clientOf(server.port);
  expect(live.status.state()).toMatchObject({ status: 'connecting', connections: 0 });
  expect(server.urls).toEqual([]);
  server.server.close();
  const { urls, live: opened } = await following();
  expect(urls).toEqual(['/graphql?face=SCREEN&locale=zh-Hant']);
  expect(opened.status.state()).toMatchObject({ status: 'live', connections: 1 });
});

it('after a cut it comes back by itself and goes on from the last cursor', async () => {
  const { cut, after, cursors, live, ends } = await following();
  const seen: string[] = [];
  live.status.subscribe(() => seen.push(live.status.state().status));
  cut();
  await until(() => cursors.length === 2);
  expect(after).toEqual([undefined, '1']);
  expect(cursors).toEqual(['1', '2']);
  expect(seen).toEqual(['interrupted', 'live']);
  expect(ends).toEqual([]);
});

it.each([1011, 4500, 4400])(
  'close code %i, which graphql-ws takes for the end, is not the end',
  async (code) => {
    const { cut, after, cursors } = await following();
    cut(code);
    await until(() => cursors.length === 2);
    expect(after).toEqual([undefined, '1']);
  },
);

it('a server that is away for a while is found again', async () => {
  const first = await following();
  first.cut();
  first.server.close();
  await until(() => first.live.status.state().status === 'interrupted');
  await pause(60, new EventTarget());
  const second = await newsServer(first.port);
  closing.push(() => {
    second.cut();
    second.server.close();
  });
  await until(() => first.cursors.length === 2);
  expect(second.after).toEqual(['1']);
});

it('a socket that swallows the ping is given up', async () => {
  const { server, cursors, live } = await following(30);
  server.clients.forEach((socket) => socket.pause());
  await until(() => live.status.state().connections === 2);
  await until(() => cursors.length === 2);
});

it('a no of the server ends the subscription, and is told', async () => {
  const { client } = await following();
  const query = gql`
    subscription {
      no {
        name
      }
    }
  `;
  const told: unknown[] = [];
  client
    .subscribe({ query })
    .subscribe({ next: ({ error }) => told.push(error), error: (error: unknown) => told.push(error) });
  await until(() => told.length === 1);
  expect(told[0]).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});

it('waits longer each time, never above ten seconds, and less when the network is back', async () => {
  expect([0, 1, 2, 3, 20].map((retries) => backoffMs(retries, () => 1))).toEqual([
    500, 1000, 2000, 4000, 10_000,
  ]);
  expect(backoffMs(3, () => 0)).toBe(2000);
  const network = new EventTarget();
  const waited = pause(60_000, network);
  network.dispatchEvent(new Event('online'));
  await waited;
});
