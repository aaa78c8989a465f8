import { CareScope, type PersonId, type Viewer } from '@linli/domain/access';
import { type NewNotice, usefulUntil } from '@linli/domain/notices';
import type { CareGrantId } from '@linli/domain/organisation/care';
import { queueNotices, translatorFor } from '../../notices/outbox/index.js';
import { now, type Transaction } from '../../platform/database/index.js';

interface CareTold {
  readonly id: CareGrantId;
  readonly elderId: PersonId;
  readonly carerId: PersonId;
  readonly scopes: readonly CareScope[];
  readonly endsAt: Date;
}
type CareKind = 'CARE_GRANTED' | 'CARE_CHANGED' | 'CARE_REVOKED';
const SECOND_MS = 1000;

/** Tells the elder and the carer what the carer may do from now on; who did it themselves knows. */
export async function tellOfCare(
  tx: Transaction,
  { personId }: Viewer,
  kind: CareKind,
  { id, elderId, carerId, scopes, endsAt }: CareTold,
): Promise<void> {
  const [at, { t }] = [await now(tx), await translatorFor('zh-Hant')];
  const codes = Object.values(CareScope).filter((scope) => scopes.includes(scope));
  // It ends at the midnight after its last day.
  const until = new Date(endsAt.getTime() - SECOND_MS).toISOString();
  const said = {
    ...{ bookingId: null, sessionId: null, centreId: null, centre: '', scopes: codes.join(',') },
    service: codes.map((scope) => t(`CareScope.${scope}`)).join(t('notice.and')),
    ...{ startsAt: at.toISOString(), endsAt: at.toISOString(), until },
  };
  // Changed there and back again is two changes.
  const key = kind === 'CARE_CHANGED' ? `${id} ${at.toISOString()}` : id;
  const rest = { kind, key, parameters: said, until: usefulUntil(kind, { startsAt: at, now: at }) };
  // Whose affair it is shows only to who may still see it.
  const sees = kind !== 'CARE_REVOKED' && scopes.includes('BOOKINGS');
  const both: NewNotice[] = [
    { to: elderId, ...rest },
    { to: carerId, about: sees ? elderId : carerId, ...rest },
  ];
  await queueNotices(
    tx,
    both.filter(({ to }) => to !== personId),
  );
}
