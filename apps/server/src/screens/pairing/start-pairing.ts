import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '@linli/domain/refusals';
import { newPairingCode, PAIRING_MINUTES, PairingState, type StartPairingInput } from '@linli/domain/screens';
import { type Database, secondLook, statement } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import type { Pairing, PairingStatus } from './pairing.type.js';

/** Walls behind one address that may wait at a time: a service centre has a few, a guesser would want many. */
const WAITING_PER_ADDRESS = 20;
const SECRET_BYTES = 32;
const CODE_BYTES = 64;

export const secretHashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const forgetExpired = statement<object, never>({
  name: 'forget-expired-pairings',
  text: `DELETE FROM pairing WHERE expires_at < now() - interval '1 hour'`,
});

const insertPairing = statement<
  StartPairingInput & { secretHash: Buffer; code: string; address: string; minutes: number; most: number },
  { expiresAt: Date }
>({
  name: 'insert-pairing',
  text: `
    INSERT INTO pairing (secret_hash, code, address, resolution, version, expires_at)
    SELECT :secretHash, :code, :address, :resolution, :version, now() + make_interval(mins => :minutes)
    WHERE (SELECT count(*) FROM pairing WHERE address = :address AND expires_at > now()) < :most::int
    RETURNING expires_at`,
});

export async function startPairing(
  { db, caller }: Pick<Request, 'db' | 'caller'>,
  input: StartPairingInput,
): Promise<Pairing | Refused> {
  await forgetExpired(db, {});
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const attempt = async () => {
    const code = newPairingCode(randomBytes(CODE_BYTES)) ?? '';
    const [row] = await insertPairing(db, {
      ...{ ...input, code, secretHash: secretHashOf(secret), address: caller.address },
      ...{ minutes: PAIRING_MINUTES, most: WAITING_PER_ADDRESS },
    });
    return row ? { code, secret, expiresAt: row.expiresAt } : new Refused(Refusal.TOO_MANY_TRIES);
  };
  // The same code on two walls at once: draw again.
  return secondLook(attempt);
}

const statusOfPairing = statement<{ secretHash: Buffer }, { isPaired: boolean; isExpired: boolean }>({
  name: 'status-of-pairing',
  text: `
    SELECT screen_id IS NOT NULL AS is_paired, expires_at <= now() AS is_expired
    FROM pairing WHERE secret_hash = :secretHash`,
});

/** An unknown secret is an expired one: the wall starts anew either way. */
export async function pairingStatus(db: Database, secret: string): Promise<PairingStatus> {
  const [pairing] = await statusOfPairing(db, { secretHash: secretHashOf(secret) });
  if (!pairing || (pairing.isExpired && !pairing.isPaired)) return { state: PairingState.EXPIRED };
  return { state: pairing.isPaired ? PairingState.PAIRED : PairingState.WAITING };
}
