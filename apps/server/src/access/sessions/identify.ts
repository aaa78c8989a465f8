import type { Care, Duty, Face, PersonId, Viewer } from '@linli/domain/access';
import { type Database, Queue, statement } from '../../platform/database/index.js';
import type { Caller, Visit } from '../../platform/graphql/index.js';
import type { Recognised, Recognition } from '../../platform/straight/index.js';
import { Remembered } from './remembered.js';
import { hashOf, tokenIn } from './token.js';

interface Row {
  readonly id: string;
  readonly face: Face;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly duties: readonly Duty[];
  readonly caresFor: readonly Care[];
  readonly lapsed: readonly PersonId[];
  readonly seenLongAgo: boolean;
}

/** A console is left open on a desk: unused for that long, its session is over. */
const IDLE = `interval '30 minutes'`;
/** Not at every request: the row would be written more often than read, and asked about in a statement of its own. */
const seenLongAgo = `last_seen_at < now() - interval '1 minute'`;

// A duty and a grant count as of now, and a disabled account not at all: nothing has to be revoked twice.
// Whoever still has the password that somebody else made for them may do nothing but choose their own.
const visits = (which: string, face = 'sign_in.face') => `
  SELECT sign_in.id, sign_in.face, sign_in.person_id, sign_in.display_name,
    ${seenLongAgo} AS seen_long_ago,
    CASE ${face}
      WHEN 'RESIDENT' THEN jsonb_build_array(jsonb_build_object('role', 'RESIDENT', 'areaId', NULL,
        'organisationId', NULL, 'centreId', NULL))
      WHEN 'SCREEN' THEN jsonb_build_array(jsonb_build_object('role', 'SCREEN', 'areaId', sign_in.area_id,
        'organisationId', NULL, 'centreId', sign_in.centre_id))
      ELSE coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', role, 'areaId', area_id, 'organisationId', organisation_id,
          'centreId', centre_id) ORDER BY id)
        FROM duty
        WHERE account_id = sign_in.person_id AND NOT account.must_change_password AND ended_at IS NULL
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      ), '[]'::jsonb)
    END AS duties,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('personId', elder_id, 'scopes', scopes) ORDER BY elder_id) FROM carer_grant
      WHERE ${face} = 'RESIDENT' AND carer_id = sign_in.person_id AND revoked_at IS NULL AND ends_at > now()
    ), '[]'::jsonb) AS cares_for,
    ARRAY(
      SELECT elder_id FROM carer_grant
      WHERE ${face} = 'RESIDENT' AND carer_id = sign_in.person_id AND revoked_at IS NULL AND ends_at <= now()
    ) AS lapsed
  FROM sign_in LEFT JOIN account ON ${face} = 'CONSOLE' AND account.id = sign_in.person_id
  WHERE ${which} AND sign_in.ends_at > now()
    AND (${face} <> 'CONSOLE' OR (account.disabled_at IS NULL AND last_seen_at > now() - ${IDLE}))`;

interface Asked {
  readonly tokenHash: Buffer;
  readonly face: Face;
}

const visitsOfTokens = statement<
  { hashes: readonly Buffer[]; faces: readonly Face[] },
  Row & { nth: string }
>({
  name: 'visit-of-token',
  text: `
    SELECT visit.*, nth FROM unnest(:hashes::bytea[], :faces::text[]) WITH ORDINALITY AS asked (hash, face, nth)
    CROSS JOIN LATERAL (${visits('token_hash = asked.hash AND sign_in.face = asked.face')}) visit`,
});

async function lookUp(db: Database, asked: readonly Asked[]): Promise<Promise<Row | undefined>[]> {
  const rows = await visitsOfTokens(db, {
    hashes: asked.map(({ tokenHash }) => tokenHash),
    faces: asked.map(({ face }) => face),
  });
  return asked.map((_each, i) => Promise.resolve(rows.find(({ nth }) => Number(nth) === i + 1)));
}

const queues = new WeakMap<object, Queue<Asked, Row | undefined>>();

/** Who calls is asked for all who came while the last were looked up: under load one statement for many requests. */
function visitOfToken(db: Database, asked: Asked): Promise<Row | undefined> {
  const queue =
    queues.get(db) ??
    new Queue<Asked, Row | undefined>({ most: 64, atOnce: 2, work: (all) => lookUp(db, all) });
  queues.set(db, queue);
  return queue.add(asked);
}

const visitsOfSessions = statement<{ ids: readonly string[] }, Row>({
  name: 'visits-of-sessions',
  text: visits('sign_in.id = ANY (:ids::uuid[])'),
});

const touch = statement<{ id: string }, never>({
  name: 'touch-sign-in',
  text: `UPDATE sign_in SET last_seen_at = now() WHERE id = :id AND ${seenLongAgo}`,
});

const remembered = new Remembered<Recognised>();

/** Who calls; nobody, when the session is unknown, over, or of another face. */
export async function identify(db: Database, { face, cookies }: Caller): Promise<Visit | undefined> {
  const token = tokenIn(cookies, face);
  if (token === undefined) return undefined;
  const tokenHash = hashOf(token);
  const row = await visitOfToken(db, { tokenHash, face });
  if (!row) return undefined;
  if (row.seenLongAgo) await touch(db, { id: row.id });
  const visit = visitOf(row);
  remembered.keep(keyOf(face, tokenHash), { visit, parameters: parametersOf(row, tokenHash) });
  return visit;
}

const keyOf = (face: Face, tokenHash: Buffer): string => `${face} ${tokenHash.toString('latin1')}`;

const parametersOf = ({ id, displayName, duties, caresFor }: Row, tokenHash: Buffer) => ({
  ...{ callerHash: tokenHash, callerSession: id, callerName: displayName },
  callerDuties: JSON.stringify(duties),
  callerCares: JSON.stringify(caresFor),
});

/** For statements that answer a whole operation: they know by themselves whether who called is still who they were. */
export const recognition: (db: Database) => Recognition = (db) => ({
  recognise: async (caller) => {
    const token = tokenIn(caller.cookies, caller.face);
    if (token === undefined) return undefined;
    const key = keyOf(caller.face, hashOf(token));
    // Whoever comes for the first time is looked up, and remembered by that.
    if (!remembered.find(key)) await identify(db, caller);
    return remembered.find(key);
  },
  text: (face) => `(
    SELECT seen_long_ago
    FROM (${visits(`token_hash = :callerHash AND sign_in.face = '${face}'`, `'${face}'`)}) visit
    WHERE id = :callerSession AND display_name = :callerName AND duties = :callerDuties::jsonb
      AND cares_for = :callerCares::jsonb)`,
  found: async ({ visit: { viewer, sessionId }, parameters: { callerHash } }, columns) => {
    if (!columns) remembered.forget(keyOf(viewer.face, callerHash as Buffer));
    else if (columns[0] === true) await touch(db, { id: sessionId });
  },
});

/** Those of the sessions that still hold, as they are now: a socket asks again and again. */
export const visitsNow = async (db: Database, sessionIds: readonly string[]): Promise<Visit[]> =>
  (await visitsOfSessions(db, { ids: sessionIds })).map(visitOf);

function visitOf({ id, face, personId, displayName, duties, caresFor, lapsed }: Row): Visit {
  const viewer: Viewer = { personId, face, name: displayName, duties, caresFor };
  return { sessionId: id, viewer, lapsed };
}
