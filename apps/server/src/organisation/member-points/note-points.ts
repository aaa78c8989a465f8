import type { Viewer } from '@linli/domain/access';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import type { PointEntry } from './points.type.js';

/** Told to who follows the organisation, and on the trail. Last of the transaction. */
export async function notePoints(
  tx: Transaction,
  viewer: Viewer,
  { id, organisationId, name, points, item }: PointEntry,
  action: string,
  detail: NonNullable<AuditNote['detail']> = {},
): Promise<void> {
  await recordEvent(tx, {
    name: 'points.moved',
    subjectId: organisationId,
    payload: { entryId: id, action },
  });
  const places = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, subject: { kind: 'POINTS', id, name } },
    detail: { points, item, ...detail },
    places: { ...places, organisationIds: [...places.organisationIds, organisationId] },
  });
}
