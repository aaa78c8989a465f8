import { can, type Limit, type Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { PairScreenInput } from '@linli/domain/screens';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused, type Request } from '../../platform/graphql/index.js';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { countTry } from '../../access/limits/index.js';
import { areaLineage } from '../../organisation/structure/index.js';
import { Centre } from '../../services/centres/index.js';
import { Screen } from './screen.entity.js';

/** Codes that one account may enter: whoever stands before the wall needs one, or two. */
const CODES: Limit = { most: 10, seconds: 600 };

const takeCode = statement<
  { code: string },
  { secretHash: Buffer; resolution: string; version: string; isExpired: boolean }
>({
  name: 'take-pairing-code',
  text: `
    SELECT secret_hash, resolution, version, expires_at <= now() AS is_expired
    FROM pairing WHERE code = :code AND screen_id IS NULL
    FOR UPDATE`,
});

const assignScreen = statement<{ secretHash: Buffer; screenId: string }, never>({
  name: 'assign-screen-to-pairing',
  text: 'UPDATE pairing SET screen_id = :screenId WHERE secret_hash = :secretHash',
});

export async function pairScreen(
  { db, viewer, environment }: Request,
  input: PairScreenInput,
): Promise<Screen | Refused> {
  await refuseBeyondReach(db, viewer, input);
  const limited = { name: 'pairing.account', limit: CODES, of: viewer.personId };
  const wait = await countTry(db, environment.dataKey, [limited]);
  if (wait !== null) return new Refused(Refusal.TOO_MANY_TRIES, { seconds: wait });
  return transaction(db, (tx) => pair(tx, viewer, input));
}

async function refuseBeyondReach(
  db: Database,
  viewer: Viewer,
  { centreId, areaId }: PairScreenInput,
): Promise<void> {
  const centre = centreId == null ? null : await db.findOneBy(Centre, { id: centreId });
  const place = areaId ?? centre?.areaId;
  if (place === undefined) throw notFound('centre');
  const lineage = await areaLineage(db, place);
  if (!can(viewer, 'MANAGE_SCREENS', { areaLineage: lineage, ...(centre && { centreId: centre.id }) })) {
    throw notFound(centre ? 'centre' : 'area');
  }
}

async function pair(tx: Transaction, viewer: Viewer, input: PairScreenInput): Promise<Screen | Refused> {
  const { id, code, name, centreId = null, areaId = null } = input;
  const earlier = await pairedBefore(tx, input);
  if (earlier) return earlier;
  const [waiting] = await takeCode(tx, { code });
  // What was waited for may have been this very wish.
  if (!waiting) return (await pairedBefore(tx, input)) ?? new Refused(Refusal.PAIRING_CODE_WRONG);
  if (waiting.isExpired) return new Refused(Refusal.PAIRING_EXPIRED);

  const { resolution, version, secretHash } = waiting;
  await tx.insert(Screen, { id, name, centreId, areaId, pairedBy: viewer.name, resolution, version });
  await assignScreen(tx, { secretHash, screenId: id });
  await recordEvent(tx, { name: 'screens.paired', subjectId: id, payload: {} });
  const screen = await tx.findOneByOrFail(Screen, { id });
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action: 'SCREEN_PAIRED', places: placesOf(viewer) },
    subject: { kind: 'SCREEN', id, name },
  });
  return screen;
}

async function pairedBefore(
  tx: Transaction,
  { id, name, centreId = null, areaId = null }: PairScreenInput,
): Promise<Screen | Refused | undefined> {
  const screen = await tx.findOneBy(Screen, { id });
  if (!screen) return undefined;
  const same = screen.name === name && screen.centreId === centreId && screen.areaId === areaId;
  return same ? screen : new Refused(Refusal.CONFLICT);
}
