import type { PersonId, ResetPasswordInput, SetAccountDisabledInput, Viewer } from '@linli/domain/access';
import { hashPassword, temporaryPassword } from '../../access/accounts/index.js';
import { endSessionsOf } from '../../access/sessions/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import type { Account, NewPassword } from './account.type.js';
import {
  accountToChange,
  isLastDistrictAccount,
  recordAccountChange,
  refusalToAdminister,
} from './administered.js';

// Whoever lost the authenticator has lost it: the one-time step is set up anew after the reset.
const resetAccount = statement<{ id: PersonId; passwordHash: string }, never>({
  name: 'reset-account',
  text: `
    UPDATE account
    SET password_hash = :passwordHash, must_change_password = true,
      totp_secret = NULL, totp_pending = NULL, totp_confirmed = false
    WHERE id = :id`,
});

const disableAccount = statement<{ id: PersonId; reason: string | null }, never>({
  name: 'disable-account',
  text: `
    UPDATE account
    SET disabled_at = CASE WHEN :reason::text IS NULL THEN NULL ELSE coalesce(disabled_at, now()) END,
      disabled_reason = :reason
    WHERE id = :id`,
});

/** A new password to be told to its owner, and every session of theirs ends. */
export async function resetPassword(
  db: Database,
  viewer: Viewer,
  { id }: ResetPasswordInput,
): Promise<NewPassword | Refused> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  return transaction(db, async (tx) => {
    const account = await accountToChange(tx, viewer, id);
    const refusal = await refusalToAdminister(tx, viewer, account);
    if (refusal) return new Refused(refusal);
    await resetAccount(tx, { id, passwordHash });
    await endSessionsOf(tx, id);
    await recordAccountChange(tx, viewer, 'PASSWORD_RESET', account);
    return { account: Object.assign(account, { totpOn: false }), password };
  });
}

export const setAccountDisabled = (
  db: Database,
  viewer: Viewer,
  { id, disabled, reason }: SetAccountDisabledInput,
): Promise<Account | Refused> =>
  transaction(db, async (tx) => {
    const account = await accountToChange(tx, viewer, id);
    const refusal = await refusalToAdminister(tx, viewer, account);
    if (refusal) return new Refused(refusal);
    const disabledReason = disabled ? reason.trim() : null;
    if (account.disabled === disabled && account.disabledReason === disabledReason) return account;
    if (disabled && (await isLastDistrictAccount(tx, account))) return new Refused('LAST_DISTRICT_ACCOUNT');
    await disableAccount(tx, { id, reason: disabledReason });
    if (disabled) await endSessionsOf(tx, id);
    const action = disabled ? 'ACCOUNT_DISABLED' : 'ACCOUNT_ENABLED';
    await recordAccountChange(tx, viewer, action, account, { reason: disabledReason });
    return Object.assign(account, { disabled, disabledReason });
  });
