import { afterAll, beforeAll } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { identify, signIn } from '../access/sign-ins/index.js';
import { contexts } from '../contexts.js';
import type { Database } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { buildApi } from '../platform/graphql/index.js';
import { type RunningServer, startServer } from '../platform/http/index.js';
import { createTestDatabase } from './test-database.js';

interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The whole server on a free port over a database of its own, spoken to as a client does. */
export function testApi() {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let server: RunningServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    const environment = readEnvironment({ PORT: '0' });
    server = await startServer({ environment, db: database.db, schema: await buildApi(contexts), identify });
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  return {
    database: (): Database => database.db,
    ask: async (viewer: Viewer | undefined, query: string, variables: object = {}): Promise<Reply> => {
      const cookie = viewer ? await signIn(database.db, viewer) : '';
      const headers = { 'content-type': 'application/json', cookie };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(server.url, { method: 'POST', headers, body });
      return (await response.json()) as Reply;
    },
    listen: async (viewer: Viewer | undefined) => {
      const cookie = viewer ? await signIn(database.db, viewer) : '';
      return liveClient(server.url.replace('http', 'ws'), cookie);
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
