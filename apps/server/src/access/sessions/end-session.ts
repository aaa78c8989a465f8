import type { PersonId, RevokeSessionInput, SignInId, SignOutInput } from '@linli/domain/access';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { notFound, type Request } from '../../platform/graphql/index.js';
import { actorOf, placesOf, recordAudit } from '../audit/index.js';
import { cookieFor } from './token.js';
import type { SignedOut, SignInSession } from './session.type.js';

interface Which {
  readonly personId: PersonId;
  /** Null: all of them. */
  readonly id: string | null;
  /** Null: none is spared. */
  readonly except: string | null;
}

// The row stays for the trail. Its sockets are closed by the watch, which asks every second.
const endSignIns = statement<Which, { id: SignInId }>({
  name: 'end-sign-ins',
  text: `
    UPDATE sign_in SET ends_at = now()
    WHERE person_id = :personId AND ends_at > now()
      AND (:id::uuid IS NULL OR id = :id) AND (:except::uuid IS NULL OR id <> :except)
    RETURNING id`,
});

/** Ends a person's sessions, all or one, perhaps sparing one, and says how many ended. */
export const endSessionsOf = async (
  db: Database,
  personId: PersonId,
  which: { id?: string; except?: string } = {},
): Promise<number> => (await endSignIns(db, { id: null, except: null, ...which, personId })).length;

const openSignIns = statement<{ personId: PersonId; current: string }, SignInSession>({
  name: 'my-sign-ins',
  text: `
    SELECT id, face, device, signed_in_at, last_seen_at, id = :current AS current
    FROM sign_in
    WHERE person_id = :personId AND ends_at > now()
      AND (face <> 'CONSOLE' OR last_seen_at > now() - interval '30 minutes')
    ORDER BY id = :current DESC, last_seen_at DESC, id
    LIMIT 100`,
});

/** Where the viewer is signed in, this browser first. */
export const mySessions = ({ db, viewer, visit }: Request): Promise<SignInSession[]> =>
  openSignIns(db, { personId: viewer.personId, current: visit?.sessionId ?? viewer.personId });

/** Whoever is signed out already is so again: the cookie goes in any case. */
export async function signOut(request: Request, { everywhere }: SignOutInput): Promise<SignedOut> {
  const { db, visit } = request;
  clearCookie(request);
  if (!visit) return { sessions: 0 };
  const { viewer, sessionId } = visit;
  return transaction(db, async (tx) => {
    const { personId } = viewer;
    const sessions = await endSessionsOf(tx, personId, everywhere ? {} : { id: sessionId });
    const detail = { everywhere, sessions };
    await recordAudit(tx, { actor: actorOf(viewer), action: 'SIGNED_OUT', detail, places: placesOf(viewer) });
    return { sessions };
  });
}

export async function revokeSession(request: Request, { id }: RevokeSessionInput): Promise<SignedOut> {
  const { db, viewer, visit } = request;
  const ended = await transaction(db, async (tx) => {
    const sessions = await endSessionsOf(tx, viewer.personId, { id });
    if (sessions === 0) throw notFound('session');
    const subject = { kind: 'SESSION', id, name: null };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'SESSION_REVOKED',
      subject,
      places: placesOf(viewer),
    });
    return { sessions };
  });
  if (visit?.sessionId === id) clearCookie(request);
  return ended;
}

const clearCookie = ({ caller, environment, setCookie }: Request): void =>
  setCookie(cookieFor(caller.face, '', 0, environment.SECURE_COOKIES));
