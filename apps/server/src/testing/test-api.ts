import { afterAll, beforeAll } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Database } from '../platform/database/index.js';
import type { RunningServer } from '../platform/http/index.js';
import { createTestDatabase, SET_UP_MS } from './test-database.js';

interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const urlOf = (server: RunningServer | undefined): string => {
  if (!server) throw new Error('the server is not up');
  return server.url;
};

interface Habits {
  /** A viewer that asks again is the one that is signed in already: for thousands of tries that end no session. */
  readonly staysSignedIn?: boolean;
}

/** The whole server on a free port over a database of its own, spoken to as a client does. */
export function testApi(variables: NodeJS.ProcessEnv = {}, { staysSignedIn = false }: Habits = {}) {
  let cookieOf: (viewer: Viewer | undefined) => Promise<string>;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let server: RunningServer | undefined;

  beforeAll(async () => {
    // Here and not above: a test of one room loads that room, and not the whole house.
    const { signer, startWholeServer } = await import('./whole-server.js');
    database = await createTestDatabase();
    cookieOf = signer(() => database.db, staysSignedIn);
    server = await startWholeServer(database.db, variables);
  }, SET_UP_MS);
  afterAll(async () => {
    await server?.stop();
    await database.drop();
  }, SET_UP_MS);

  return {
    database: (): Database => database.db,
    url: () => urlOf(server),
    ask: async (viewer: Viewer | undefined, query: string, variables: object = {}): Promise<Reply> => {
      const headers = {
        'content-type': 'application/json',
        'x-linli-face': viewer?.face ?? 'CONSOLE',
        cookie: await cookieOf(viewer),
      };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${urlOf(server)}/graphql`, { method: 'POST', headers, body });
      return (await response.json()) as Reply;
    },
    /** A page or a file beside the API. */
    get: async (viewer: Viewer | undefined, path: string): Promise<Response> =>
      fetch(`${urlOf(server)}${path}`, { headers: { cookie: await cookieOf(viewer) } }),
    listen: async (viewer: Viewer | undefined) => {
      const url = `${urlOf(server).replace('http', 'ws')}/graphql?face=${viewer?.face ?? 'CONSOLE'}`;
      return liveClient(url, await cookieOf(viewer));
    },
  };
}

/** A browser sends its cookie with the upgrade; a socket of `ws` has to be told. */
function liveClient(url: string, cookie: string): Client {
  class SignedInSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  return createClient({ url, webSocketImpl: SignedInSocket, retryAttempts: 0 });
}
