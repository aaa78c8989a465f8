import type { Viewer } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import { COOKIE, hashOf, newToken } from './token.js';

const insertSignIn = statement<Viewer & { tokenHash: Buffer }, never>({
  name: 'insert-sign-in',
  text: `
    INSERT INTO sign_in (token_hash, person_id, household, role, area, ends_at)
    VALUES (:tokenHash, :personId, :household, :role, :area, now() + interval '12 hours')`,
});

/** The cookie of a new session. Who the person is has been proven before. */
export async function signIn(db: Database, viewer: Viewer): Promise<string> {
  const token = newToken();
  await insertSignIn(db, { ...viewer, tokenHash: hashOf(token) });
  return `${COOKIE}=${token}`;
}
