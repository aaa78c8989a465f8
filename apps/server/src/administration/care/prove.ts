import { type PersonId, signInCodes } from '@linli/domain/access';
import type { CareWay } from '@linli/domain/organisation/care';
import { maskedPhone } from '@linli/domain/organisation/people';
import { refusalToCareCode, sendCareCode } from '../../access/codes/index.js';
import { phoneOfResident } from '../../organisation/people/index.js';
import { notFound, Refused, type Request } from '../../platform/graphql/index.js';
import type { CareCodeSent } from './care-grant.type.js';

/** The code goes to the elder's own registered phone, and only the elder can ask for it. */
export async function requestCareCode(request: Request, elderId: PersonId): Promise<CareCodeSent | Refused> {
  const { db, viewer, environment } = request;
  if (viewer.personId !== elderId || viewer.face !== 'RESIDENT') throw notFound('resident');
  const known = await phoneOfResident(db, environment.dataKey, elderId);
  if (!known) return new Refused('NO_PHONE_FOR_CODE');
  const refusal = await sendCareCode(request, known.phone);
  if (refusal) return refusal;
  return {
    maskedPhone: maskedPhone(known.phone),
    resendAfterSeconds: signInCodes.resendAfter,
    expiresInSeconds: signInCodes.lifetime,
  };
}

export interface Proof {
  readonly code?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

export const wayOf = ({ viewer }: Request): CareWay => (viewer.face === 'RESIDENT' ? 'CODE' : 'COUNTER');

/** Asked last, when nothing else stands in the way: a code can be used once. */
export async function refusalToProof(
  request: Request,
  elderId: PersonId,
  { code, reason }: Proof,
): Promise<Refused | null> {
  const { db, environment } = request;
  if (wayOf(request) === 'COUNTER') return reason ? null : new Refused('CARE_NEEDS_REASON');
  const known = await phoneOfResident(db, environment.dataKey, elderId);
  if (!known) return new Refused('NO_PHONE_FOR_CODE');
  return code ? refusalToCareCode(request, known.phone, code) : new Refused('CODE_WRONG');
}
