import type { Viewer } from '@linli/domain/access';
import type { AreaId, OrganisationId } from '@linli/domain/organisation/structure';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';

interface Changed extends Required<Pick<AuditNote, 'subject' | 'detail'>> {
  readonly action: string;
  readonly areaIds?: readonly AreaId[];
  readonly organisationIds?: readonly OrganisationId[];
}

/** A change of a tree, seen by those who look after where it was made and what was changed. Last of the transaction. */
export function auditChange(
  tx: Transaction,
  viewer: Viewer,
  { action, subject, detail, areaIds = [], organisationIds = [] }: Changed,
): Promise<void> {
  const own = placesOf(viewer);
  return recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, subject, detail },
    places: {
      areaIds: [...own.areaIds, ...areaIds],
      organisationIds: [...own.organisationIds, ...organisationIds],
    },
  });
}
