import { totpPolicy } from '@linli/domain/access';
import { Secret, TOTP } from 'otpauth';
import { type Database, statement } from '../../platform/database/index.js';
import { unseal } from '../secrets/index.js';

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const { window, ...policy } = totpPolicy;
const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Linli', label, secret: Secret.fromBase32(secret), ...policy });

/** What an authenticator reads from a QR code. */
export const totpUri = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The time step that the code belongs to, or null when it belongs to none that counts now. */
export function stepOfCode(secret: string, code: string, epoch: number): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: epoch * 1000, window });
  return delta === null ? null : Math.floor(epoch / policy.period) + delta;
}

// A code that was looked over a shoulder is used up already: a step counts once, and none before it.
const useStep = statement<{ id: string; step: number }, { id: string }>({
  name: 'use-totp-step',
  text: 'UPDATE account SET totp_last_step = :step WHERE id = :id AND totp_last_step < :step RETURNING id',
});

interface Holder {
  readonly id: string;
  readonly totpSecret: Buffer | null;
  readonly epoch: number;
}

/** Is it the account's code of now, and used for the first time? */
export async function usesTotp(
  db: Database,
  dataKey: Buffer,
  holder: Holder,
  code: string,
): Promise<boolean> {
  if (!holder.totpSecret) return false;
  const step = stepOfCode(unseal(dataKey, 'totp', holder.totpSecret), code, holder.epoch);
  return step !== null && (await useStep(db, { id: holder.id, step })).length === 1;
}
