import type { Viewer } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import { COOKIE, hashOf } from './token.js';

const viewerOfToken = statement<{ tokenHash: Buffer }, Viewer>({
  name: 'viewer-of-token',
  text: `
    SELECT person_id, household, role, area
    FROM sign_in
    WHERE token_hash = :tokenHash AND ends_at > now()`,
});

const tokenIn = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`);

/** Who sends these cookies; nobody, when the session is unknown or over. */
export async function identify(db: Database, cookies = ''): Promise<Viewer | undefined> {
  const token = tokenIn.exec(cookies)?.[1];
  if (token === undefined) return undefined;
  const [viewer] = await viewerOfToken(db, { tokenHash: hashOf(token) });
  return viewer;
}
