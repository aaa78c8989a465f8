import '../testing/production.js';
import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { setTimeout as sleep } from 'node:timers/promises';
import { transaction } from '../platform/database/index.js';
import { recordEvent } from '../platform/events/index.js';
import { testApi } from '../testing/index.js';
import { holder } from './district.scenario.js';
import { signInScenario } from './sign-in.scenario.js';

const api = testApi();
const { givenAccount, newPerson, signIn, isIn, places } = signInScenario(api);

describe('a live socket', () => {
  const endings: [string, (viewer: Viewer) => Promise<unknown>][] = [
    [
      'the session is revoked',
      ({ personId: id }) =>
        api.database().query('UPDATE sign_in SET ends_at = now() WHERE person_id = $1', [id]),
    ],
    [
      'the account is disabled',
      ({ personId: id }) =>
        api
          .database()
          .query(`UPDATE account SET disabled_at = now(), disabled_reason = 'x' WHERE id = $1`, [id]),
    ],
    [
      'the duty ends',
      ({ personId: id }) =>
        api.database().query('UPDATE duty SET ended_at = now() WHERE account_id = $1', [id]),
    ],
  ];

  it.each(endings)('is closed within two seconds when %s, and another one is not', async (_what, end) => {
    const centre = places().centres.community;
    const open = async (viewer: Viewer) => {
      const client = await api.listen(viewer);
      const seen: string[] = [];
      const closed = new Promise<number>((resolve) =>
        client.on('closed', (event) => resolve((event as { code: number }).code)),
      );
      client.subscribe(
        {
          query: 'subscription ($id: ID!) { centreNews(centreId: $id) { name } }',
          variables: { id: centre },
        },
        {
          next: ({ data }) => void seen.push(JSON.stringify(data)),
          error: () => undefined,
          complete: () => undefined,
        },
      );
      return { client, seen, closed };
    };
    const tell = (name: string) =>
      transaction(api.database(), (tx) => recordEvent(tx, { name, subjectId: centre, payload: {} }));
    const leaving = holder('CENTRE_STAFF', { centreId: centre });
    const [gone, stays] = [await open(leaving), await open(holder('CENTRE_STAFF', { centreId: centre }))];
    const until = async (done: () => boolean) => {
      for (let i = 0; i < 60 && !done(); i++) {
        await tell('test.hello');
        await sleep(50);
      }
    };
    await until(() => gone.seen.length > 0 && stays.seen.length > 0);
    expect(gone.seen.length).toBeGreaterThan(0);

    await end(leaving);
    const code = await Promise.race([gone.closed, sleep(2000, 'still open')]);
    expect(code).toBe(4403);
    const heard = gone.seen.length;
    const before = stays.seen.length;
    await until(() => stays.seen.length > before);
    expect([gone.seen.length, stays.seen.length > before]).toEqual([heard, true]);
    await Promise.all([gone.client.dispose(), stays.client.dispose()]);
  });
});

describe('a forged request', () => {
  const body = JSON.stringify({ query: 'mutation { signOut(input: { everywhere: true }) { __typename } }' });
  const send = (path: string, init: RequestInit) => fetch(`${api.url()}${path}`, init);

  it.each<[string, (cookie: string) => Promise<Response>]>([
    [
      'a plain form',
      (cookie) =>
        send('/graphql', {
          method: 'POST',
          body: new URLSearchParams({
            query: 'mutation { signOut(input: { everywhere: true }) { __typename } }',
          }),
          headers: { cookie },
        }),
    ],
    [
      'text/plain',
      (cookie) =>
        send('/graphql', { method: 'POST', body, headers: { cookie, 'content-type': 'text/plain' } }),
    ],
    [
      'a form of parts',
      (cookie) => {
        const form = new FormData();
        form.set('query', '{ me { name } }');
        return send('/graphql', { method: 'POST', body: form, headers: { cookie } });
      },
    ],
    [
      'a mutation by GET',
      (cookie) =>
        send(
          `/graphql?query=${encodeURIComponent('mutation { signOut(input: { everywhere: true }) { __typename } }')}`,
          { headers: { cookie, 'x-linli-face': 'CONSOLE' } },
        ),
    ],
  ])('%s changes nothing', async (_what, forged) => {
    const { account } = await givenAccount();
    const person = newPerson();
    await signIn(person, account);
    const response = await forged(person.cookie());
    expect(await response.text()).not.toContain('SignedOut');
    expect(await isIn(person)).toBe(true);
  });

  it('a socket from a foreign page is refused', async () => {
    const { WebSocket } = await import('ws');
    const dial = (origin: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${api.url().replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          origin,
        });
        socket.on('open', () => {
          socket.close();
          resolve('open');
        });
        socket.on('error', (error) => resolve(error.message));
      });
    expect(await dial('https://evil.example')).toMatch(/401|403/);
    expect(await dial(api.url())).toBe('open');
  });
});
