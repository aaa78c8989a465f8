import { afterAll, beforeAll } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { outboxPage } from '../access/codes/index.js';
import { cookieFor, identify, openSession, recognition, visitsNow } from '../access/sessions/index.js';
import { contexts } from '../contexts.js';
import { type Database, newUuid } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { buildApi } from '../platform/graphql/index.js';
import { type RunningServer, startServer } from '../platform/http/index.js';
import { calendarPage } from '../services/calendar-feed/index.js';
import { createTestDatabase, SET_UP_MS } from './test-database.js';
import { menuSheetPage } from '../services/menus/index.js';
import { claimPage } from '../services/claims/index.js';
import { attendancePage } from '../organisation/life/index.js';
import { membersPage } from '../organisation/members/index.js';

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
  const cookieOf = signer(() => database.db, staysSignedIn);
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let server: RunningServer | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    const environment = readEnvironment({ PORT: '0', ...variables });
    const schema = await buildApi(contexts);
    server = await startServer({
      environment,
      db: database.db,
      schema,
      identify,
      visitsNow,
      recognition,
      pages: [outboxPage, calendarPage, claimPage, menuSheetPage, membersPage, attendancePage],
    });
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

/** The cookie that a viewer asks with, of a visit of its own each time or of one. */
function signer(db: () => Database, staysSignedIn: boolean) {
  const cookies = new WeakMap<Viewer, Promise<string>>();
  return async (viewer: Viewer | undefined): Promise<string> => {
    if (!viewer) return '';
    const known = staysSignedIn ? cookies.get(viewer) : undefined;
    const cookie = known ?? signIn(db(), viewer);
    cookies.set(viewer, cookie);
    return cookie;
  };
}

/** Signs the viewer in with just the duties and grants that it has. */
async function signIn(db: Database, viewer: Viewer): Promise<string> {
  const screen = viewer.duties.find(({ role }) => role === 'SCREEN');
  if (viewer.face === 'CONSOLE') await storeAccount(db, viewer);
  for (const { personId: elderId, scopes } of viewer.caresFor) {
    await db.query(
      `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at)
       VALUES ($1, $2, $3, $4, now() + interval '1 day') ON CONFLICT DO NOTHING`,
      [newUuid(), elderId, viewer.personId, scopes],
    );
  }
  const { token } = await openSession(db, {
    face: viewer.face,
    personId: viewer.personId,
    displayName: viewer.name,
    device: 'test',
    areaId: screen?.areaId ?? null,
    centreId: screen?.centreId ?? null,
  });
  return cookieFor(viewer.face, token, 60, false);
}

async function storeAccount(db: Database, { personId, name, duties }: Viewer): Promise<void> {
  const known = await db.query<object[]>('SELECT FROM account WHERE id = $1', [personId]);
  if (known.length > 0) return;
  await db.query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password)
     VALUES ($1, $2, $3, 'none', false)`,
    [personId, `a${personId.replaceAll('-', '').slice(-20)}`, name],
  );
  for (const { role, areaId, organisationId, centreId } of duties) {
    await db.query(
      `INSERT INTO duty (id, account_id, role, area_id, organisation_id, centre_id, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [newUuid(), personId, role, areaId, organisationId, centreId],
    );
  }
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
