import { can, reachOf, type Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type {
  RenameScreenInput,
  ReportScreenInput,
  RevokeScreenInput,
  ScreenId,
} from '@linli/domain/screens';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { endSessionsOf } from '../../access/sessions/index.js';
import {
  type Database,
  statement,
  type Transaction,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { asPerson } from './claim-screen.js';
import { Screen } from './screen.entity.js';

const FROM_PLACE = `
  FROM screen
    LEFT JOIN centre ON centre.id = screen.centre_id
    JOIN area ON area.id = coalesce(screen.area_id, centre.area_id)`;
const reach = withinReach({ areaLineage: 'area.lineage', centre: 'screen.centre_id' });

const screensWithinReach = statement<ReturnType<typeof reachOf>, Screen>({
  name: 'screens-within-reach',
  text: `SELECT screen.* ${FROM_PLACE} WHERE ${reach} ORDER BY screen.revoked_at NULLS FIRST, screen.name, screen.id LIMIT 500`,
});

export const screensOf = (db: Database, viewer: Viewer): Promise<Screen[]> =>
  screensWithinReach(db, reachOf(viewer, 'MANAGE_SCREENS'));

const lockedPlace = statement<{ id: ScreenId }, { areaLineage: never[] }>({
  name: 'place-of-screen',
  text: `SELECT area.lineage AS area_lineage ${FROM_PLACE} WHERE screen.id = :id FOR UPDATE OF screen`,
});

async function screenToManage(tx: Transaction, viewer: Viewer, id: ScreenId): Promise<Screen> {
  const [place] = await lockedPlace(tx, { id });
  const screen = await tx.findOneBy(Screen, { id });
  if (!screen || !place) throw notFound('screen');
  const target = { areaLineage: place.areaLineage, ...(screen.centreId && { centreId: screen.centreId }) };
  if (!can(viewer, 'MANAGE_SCREENS', target)) throw notFound('screen');
  return screen;
}

export const renameScreen = (
  db: Database,
  viewer: Viewer,
  input: RenameScreenInput,
): Promise<Screen | Refused> =>
  transaction(db, async (tx) => {
    const { id } = input;
    const screen = await screenToManage(tx, viewer, id);
    if (screen.revokedAt) return new Refused(Refusal.SCREEN_REVOKED);
    const name = await asStored(input.name, [screen.name]);
    await tx.update(Screen, { id }, { name });
    await recordEvent(tx, { name: 'screens.renamed', subjectId: id, payload: {} });
    return Object.assign(screen, { name });
  });

/** The wall goes back to its pairing page: its session ends, and with it its socket. */
export const revokeScreen = (
  db: Database,
  viewer: Viewer,
  { id }: RevokeScreenInput,
): Promise<Screen | Refused> =>
  transaction(db, async (tx) => {
    const screen = await screenToManage(tx, viewer, id);
    if (screen.revokedAt) return screen;
    await tx.update(Screen, { id }, { revokedAt: () => 'now()' });
    await endSessionsOf(tx, asPerson(id));
    await recordEvent(tx, { name: 'screens.revoked', subjectId: id, payload: {} });
    const revoked = await tx.findOneByOrFail(Screen, { id });
    await recordAudit(tx, {
      ...{ actor: actorOf(viewer), action: 'SCREEN_REVOKED', places: placesOf(viewer) },
      subject: { kind: 'SCREEN', id, name: screen.name },
    });
    return revoked;
  });

const noteReport = statement<ReportScreenInput & { id: ScreenId; error: string | null }, Screen>({
  name: 'note-screen-report',
  text: `
    UPDATE screen
    SET last_seen_at = now(), version = :version, resolution = :resolution, last_error = coalesce(:error, last_error)
    WHERE id = :id AND revoked_at IS NULL
    RETURNING *`,
});

/** A wall tells that it lives, every half minute. */
export async function reportScreen(
  db: Database,
  viewer: Viewer,
  input: ReportScreenInput,
): Promise<Screen | Refused> {
  const id = viewer.personId as string as ScreenId;
  const [screen] = await noteReport(db, { ...input, id, error: input.error ?? null });
  return screen ?? new Refused(Refusal.SCREEN_REVOKED);
}
