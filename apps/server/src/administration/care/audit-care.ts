import type { AreaId, CareScope, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { maskedName } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';

interface ToldCare {
  readonly elderId: PersonId;
  readonly name: string;
  readonly home: AreaId;
  readonly carerName: string;
  readonly scopes: readonly CareScope[];
  readonly until?: PlainDate;
  readonly reason?: string | null | undefined;
}

/** On the trail of where the elder lives, and of who did it. */
export function auditCare(
  tx: Transaction,
  viewer: Viewer,
  action: 'CARE_GRANTED' | 'CARE_CHANGED' | 'CARE_REVOKED',
  { elderId, name, home, carerName, scopes, until, reason }: ToldCare,
): Promise<void> {
  const places = placesOf(viewer);
  return recordAudit(tx, {
    actor: actorOf(viewer),
    action,
    subject: { kind: 'RESIDENT', id: elderId, name: maskedName(name) },
    detail: {
      ...{ carer: maskedName(carerName), scopes: [...scopes] },
      ...(until && { until }),
      ...(reason && { reason }),
    },
    places: { ...places, areaIds: [...places.areaIds, home] },
  });
}
