import type { Viewer } from '@linli/domain/access';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Claim } from './claim.type.js';

/** What was decided about a claim, seen by those who look after its centre. Last of the transaction. */
export const auditClaim = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  { id, centreId, payer, month, number, meals, counters, totalFen }: Claim,
  more: Readonly<Record<string, string>>,
): Promise<void> =>
  recordAudit(tx, {
    ...{ actor: actorOf(viewer), action },
    subject: { kind: 'CLAIM', id, name: `${month} ${payer}` },
    detail: { number, meals, counters, totalFen, ...more },
    places: { ...placesOf(viewer), centreIds: [centreId] },
  });
