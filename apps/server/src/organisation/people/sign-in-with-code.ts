import {
  type AreaId,
  type PersonId,
  type RequestSignInCodeInput,
  signInCodes,
  type SignInWithCodeInput,
} from '@linli/domain/access';
import { maskedName, maskedPhone } from '@linli/domain/organisation/people';
import { type Me, meOf } from '../../access/accounts/index.js';
import { recordAttempt, recordAudit } from '../../access/audit/index.js';
import { refusalToSignInCode, sendSignInCode } from '../../access/codes/index.js';
import { blindIndex } from '../../access/secrets/index.js';
import { startVisit } from '../../access/sessions/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { forbidden, Refused, type Request } from '../../platform/graphql/index.js';
import type { SignInCodeSent } from './sign-in.type.js';

interface Resident {
  readonly id: PersonId;
  readonly name: string;
  readonly buildingId: AreaId;
}

const selectByPhone = statement<{ phoneIndex: Buffer }, Resident>({
  name: 'resident-by-phone',
  text: 'SELECT id, name, building_id FROM resident WHERE phone_index = :phoneIndex',
});

const residentByPhone = async (db: Database, phoneIndex: Buffer): Promise<Resident | undefined> =>
  (await selectByPhone(db, { phoneIndex }))[0];

/** Residents sign in on their own face: a code from a telephone opens no console. */
function onlyForResidents({ caller }: Request): void {
  if (caller.face !== 'RESIDENT') throw forbidden();
}

export async function requestSignInCode(
  request: Request,
  { phone }: RequestSignInCodeInput,
): Promise<SignInCodeSent | Refused> {
  onlyForResidents(request);
  const isKnown = async (db: Database, index: Buffer) => (await residentByPhone(db, index)) !== undefined;
  const refusal = await sendSignInCode(request, phone, isKnown);
  if (refusal) return refusal;
  return {
    maskedPhone: maskedPhone(phone),
    resendAfterSeconds: signInCodes.resendAfter,
    expiresInSeconds: signInCodes.lifetime,
  };
}

export async function signInWithCode(
  request: Request,
  { phone, code }: SignInWithCodeInput,
): Promise<Me | Refused> {
  onlyForResidents(request);
  const { db, environment } = request;
  const resident = await residentByPhone(db, blindIndex(environment.dataKey, 'phone-index', phone));
  const refusal = await refusalToSignInCode(request, phone, code);
  // No code was ever sent to a phone that is nobody's.
  if (refusal || !resident) {
    const reason = refusal?.code ?? 'CODE_WRONG';
    await recordAttempt(db, { ...entryOf(resident), action: 'SIGN_IN_FAILED', detail: { reason } });
    return refusal ?? new Refused('CODE_WRONG');
  }
  const { setCookie, viewer } = await transaction(db, async (tx) => {
    const visit = await startVisit(tx, request, { personId: resident.id, name: resident.name });
    await recordAudit(tx, { ...entryOf(resident), action: 'SIGNED_IN' });
    return visit;
  });
  setCookie();
  return meOf(db, viewer);
}

// A phone that is nobody's leaves an entry as well: to write none would be quicker, and tell.
const entryOf = (resident: Resident | undefined) => ({
  actor: {
    id: resident?.id ?? null,
    name: resident ? maskedName(resident.name) : '—',
    role: 'RESIDENT',
    face: 'RESIDENT',
  } as const,
  places: { areaIds: resident ? [resident.buildingId] : [] },
});
