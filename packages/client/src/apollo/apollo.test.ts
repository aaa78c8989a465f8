import { afterEach, expect, it } from '@jest/globals';
import { gql } from '@apollo/client';
import { noteServerTime, serverNow } from '../time/server-time.js';
import { createLinliClient } from './create-client.js';
import { watchfulFetch } from './watchful-fetch.js';

interface Call {
  readonly headers: Record<string, string>;
  readonly body: { readonly variables: Record<string, unknown> };
}
type Answer = object | Error | number;

/** A server that gives these answers one after the other: data, a broken line, or a status. */
function serverAnswering(...answers: Answer[]) {
  const calls: Call[] = [];
  const fake = ((_url: string, init: RequestInit) => {
    calls.push({
      headers: init.headers as Record<string, string>,
      body: JSON.parse(init.body as string) as Call['body'],
    });
    const answer = answers[Math.min(calls.length, answers.length) - 1] ?? {};
    if (answer instanceof Error) return Promise.reject(answer);
    if (typeof answer === 'number') return Promise.resolve(new Response('<html>', { status: answer }));
    return Promise.resolve(Response.json(answer));
  }) as typeof fetch;
  return {
    calls,
    client: createLinliClient({ face: 'console', locale: () => 'en', fetch: fake, retryMs: 1 }),
  };
}

const ME = gql`
  query Me {
    me
  }
`;
const BOOK = gql`
  mutation Book($input: BookInput!) {
    book(input: $input)
  }
`;
const cut = new TypeError('Failed to fetch');

afterEach(() => noteServerTime(new Date().toUTCString(), Date.now()));

it('tells the face and the language, in headers that no form can send', async () => {
  const { calls, client } = serverAnswering({ data: { me: 'lan' } });
  await client.query({ query: ME });
  expect(calls[0]?.headers).toMatchObject({
    'x-linli-face': 'CONSOLE',
    'x-linli-locale': 'en',
    'apollo-require-preflight': 'true',
  });
});

it('asks again when the line broke or the gateway had no server', async () => {
  const { calls, client } = serverAnswering(cut, 503, { data: { me: 'lan' } });
  expect((await client.query({ query: ME })).data).toEqual({ me: 'lan' });
  expect(calls).toHaveLength(3);
});

it('sends a mutation again only when it carries its id, and then the same', async () => {
  const withId = serverAnswering(cut, { data: { book: 'ok' } });
  await withId.client.mutate({ mutation: BOOK, variables: { input: { id: 'b1' } } });
  expect(withId.calls.map(({ body }) => body.variables)).toEqual([
    { input: { id: 'b1' } },
    { input: { id: 'b1' } },
  ]);

  const without = serverAnswering(cut, { data: { book: 'ok' } });
  await expect(without.client.mutate({ mutation: BOOK, variables: { input: {} } })).rejects.toThrow(
    'Failed to fetch',
  );
  expect(without.calls).toHaveLength(1);
});

it('an answer is an answer: an error of the server is not asked for twice', async () => {
  const { calls, client } = serverAnswering({
    errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }],
  });
  await expect(client.query({ query: ME })).rejects.toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(calls).toHaveLength(1);
});

it('gives up at last', async () => {
  const { calls, client } = serverAnswering(cut);
  await expect(client.query({ query: ME })).rejects.toThrow('Failed to fetch');
  expect(calls).toHaveLength(4);
});

it('the same area on two days keeps its two names', async () => {
  const area = gql`
    query Area($on: Date) {
      area(on: $on) {
        id
        name
      }
    }
  `;
  const named = (name: string) => ({ data: { area: { __typename: 'Area', id: 'a', name } } });
  const { client } = serverAnswering(named('堯河村'), named('堯河廟村'));
  await client.query({ query: area, variables: { on: '2020-01-01' } });
  await client.query({ query: area, variables: { on: '2026-01-01' } });
  const kept = client.readQuery({ query: area, variables: { on: '2020-01-01' } });
  expect(kept).toMatchObject({ area: { name: '堯河村' } });
});

it('an answer that never comes is a timeout, and what was called off is no timeout', async () => {
  const silent: typeof fetch = (_url, init) =>
    new Promise((_, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new DOMException('x', 'AbortError'))),
    );
  await expect(watchfulFetch(silent, 5)('/graphql')).rejects.toMatchObject({ name: 'TimeoutError' });
  const caller = new AbortController();
  const call = watchfulFetch(silent, 1000)('/graphql', { signal: caller.signal });
  caller.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

it('learns the clock of the server', async () => {
  const late = new Date(Date.now() - 3_600_000).toUTCString();
  const dated: typeof fetch = () => Promise.resolve(new Response('{}', { headers: { date: late } }));
  await watchfulFetch(dated)('/graphql');
  expect(Math.abs(serverNow().getTime() - Date.parse(late))).toBeLessThan(2000);
  noteServerTime('nonsense', Date.now());
  expect(Math.abs(serverNow().getTime() - Date.parse(late))).toBeLessThan(2000);
});
