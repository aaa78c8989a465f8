import type { PersonId } from '@linli/domain/access';
import type { Transaction } from '../../platform/database/index.js';
import type { Request, Visit } from '../../platform/graphql/index.js';
import { endSessionsOf } from './end-session.js';
import { visitsNow } from './identify.js';
import { openSession, sessionSeconds } from './open-session.js';
import { cookieFor } from './token.js';

/**
 * Opens a session of the caller's face for a person who has proven who they are. What the browser had before ends: a
 * cookie that someone planted there never becomes theirs. The cookie goes out with the answer, so call `setCookie` of
 * the result once the transaction has committed.
 */
export async function startVisit(
  tx: Transaction,
  { caller, visit, environment, setCookie }: Request,
  { personId, name }: { personId: PersonId; name: string },
): Promise<Visit & { readonly setCookie: () => void }> {
  const { face, device } = caller;
  if (visit) await endSessionsOf(tx, visit.viewer.personId, { id: visit.sessionId });
  const opening = { face, personId, displayName: name, device, areaId: null, centreId: null };
  const { id, token } = await openSession(tx, opening);
  const [opened] = await visitsNow(tx, [id]);
  if (!opened) throw new Error('A session was opened and is not there');
  const cookie = cookieFor(face, token, sessionSeconds[face], environment.SECURE_COOKIES);
  return { ...opened, setCookie: () => setCookie(cookie) };
}
