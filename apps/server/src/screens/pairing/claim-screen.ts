import { type AreaId, type CentreId, type PersonId, personId } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { ClaimScreenInput, ScreenId } from '@linli/domain/screens';
import { cookieFor, openSession, sessionSeconds } from '../../access/sessions/index.js';
import { statement, transaction } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import { Screen } from './screen.entity.js';
import { secretHashOf } from './start-pairing.js';

// Taken away by taking it: the secret opens one session, once.
const takePairing = statement<{ secretHash: Buffer }, { screenId: ScreenId }>({
  name: 'take-pairing',
  text: 'DELETE FROM pairing WHERE secret_hash = :secretHash AND screen_id IS NOT NULL RETURNING screen_id',
});

/** The wall trades its secret for a session of its own; the cookie comes with the answer. */
export async function claimScreen(request: Request, { secret }: ClaimScreenInput): Promise<Screen | Refused> {
  const { db, caller, environment } = request;
  return transaction(db, async (tx) => {
    const [taken] = await takePairing(tx, { secretHash: secretHashOf(secret) });
    if (!taken) return new Refused(Refusal.PAIRING_EXPIRED);
    const screen = await tx.findOneByOrFail(Screen, { id: taken.screenId });
    if (screen.revokedAt) return new Refused(Refusal.SCREEN_REVOKED);
    const { token } = await openSession(tx, {
      ...{ face: 'SCREEN', personId: asPerson(screen.id), displayName: screen.name, device: caller.device },
      ...placeOf(screen),
    });
    request.setCookie(cookieFor('SCREEN', token, sessionSeconds.SCREEN, environment.SECURE_COOKIES));
    return screen;
  });
}

/** To access a screen is one who signs in, like any other. */
export const asPerson = (id: ScreenId): PersonId => personId.parse(id);

const placeOf = ({ areaId, centreId }: Screen): { areaId: AreaId | null; centreId: CentreId | null } => ({
  areaId,
  centreId,
});
