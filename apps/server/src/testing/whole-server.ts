import type { Viewer } from '@linli/domain/access';
import { cookieFor, identify, openSession, recognition, visitsNow } from '../access/sessions/index.js';
import { contexts } from '../contexts.js';
import { pages } from '../pages.js';
import { type Database, newUuid } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { buildApi } from '../platform/graphql/index.js';
import { type RunningServer, startServer } from '../platform/http/index.js';

/** All contexts and pages on a free port. */
export async function startWholeServer(db: Database, variables: NodeJS.ProcessEnv): Promise<RunningServer> {
  return startServer({
    ...{ environment: readEnvironment({ PORT: '0', ...variables }), db, schema: await buildApi(contexts) },
    ...{ identify, visitsNow, recognition },
    pages,
  });
}

/** The cookie that a viewer asks with, of a visit of its own each time or of one. */
export function signer(db: () => Database, staysSignedIn: boolean) {
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
