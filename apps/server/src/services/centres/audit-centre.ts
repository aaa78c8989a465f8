import type { Viewer } from '@linli/domain/access';
import type { CentreId } from '@linli/domain/services/centres';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';

type Done = Required<Pick<AuditNote, 'action' | 'subject' | 'detail'>>;

/** What was decided about a centre, seen by those who look after it. Last of the transaction. */
export const auditCentre = (
  tx: Transaction,
  viewer: Viewer,
  centreId: CentreId,
  done: Done,
): Promise<void> => {
  const own = placesOf(viewer);
  const places = { ...own, centreIds: [...own.centreIds, centreId] };
  return recordAudit(tx, { ...done, actor: actorOf(viewer), places });
};
