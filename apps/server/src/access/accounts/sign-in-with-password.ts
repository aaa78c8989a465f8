import { type Limit, passwordLimits, type SignInWithPasswordInput } from '@linli/domain/access';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { forbidden, Refused, type Request } from '../../platform/graphql/index.js';
import { actorOf, placesOf, recordAttempt, recordAudit } from '../audit/index.js';
import { countTry, forgetTries } from '../limits/index.js';
import { startVisit } from '../sessions/index.js';
import { accountByName, type AccountRow, dutiesOf, meOf } from './account.queries.js';
import type { Me } from './me.type.js';
import { isPassword } from './passwords.js';
import { usesTotp } from './totp.js';

const signedIn = statement<{ id: string }, never>({
  name: 'account-signed-in',
  text: 'UPDATE account SET last_sign_in_at = now() WHERE id = :id',
});

const limitOf = (name: 'account' | 'address', of: string): { name: string; limit: Limit; of: string } => ({
  name: `password.${name}`,
  limit: passwordLimits[name],
  of,
});

/** Null, or why not: too many tries at this account or from this address. Counted before anything is compared. */
export async function refusalToTry(
  { db, environment, caller }: Request,
  account: string,
): Promise<Refused | null> {
  const limits = [limitOf('account', account), limitOf('address', caller.address)];
  const seconds = await countTry(db, environment.dataKey, limits);
  return seconds === null ? null : new Refused('TOO_MANY_TRIES', { seconds });
}

/** Cadres sign in on the console only: each face has its own kind of people. */
export async function signInWithPassword(
  request: Request,
  { account, password, totp }: SignInWithPasswordInput,
): Promise<Me | Refused> {
  const { db, environment, caller } = request;
  if (caller.face !== 'CONSOLE') throw forbidden();
  const tooMany = await refusalToTry(request, account);
  if (tooMany) return tooMany;

  const row = await accountByName(db, account);
  const matches = await isPassword(row?.passwordHash, password);
  const refusal = await refusalTo(request, row, matches, totp ?? undefined);
  if (refusal || !row) {
    await recordFailure(db, row, refusal ?? 'CREDENTIALS_WRONG');
    return new Refused(refusal ?? 'CREDENTIALS_WRONG');
  }
  const { setCookie, viewer } = await transaction(db, async (tx) => {
    const visit = await startVisit(tx, request, { personId: row.id, name: row.name });
    await signedIn(tx, row);
    const places = placesOf(visit.viewer);
    await recordAudit(tx, { actor: actorOf(visit.viewer), action: 'SIGNED_IN', places });
    return visit;
  });
  setCookie();
  await forgetTries(db, environment.dataKey, limitOf('account', account));
  return meOf(db, viewer);
}

/** Whether an account is disabled, or asks for more, is told only to those who know its password. */
async function refusalTo(
  { db, environment }: Request,
  row: AccountRow | undefined,
  matches: boolean,
  totp: string | undefined,
) {
  if (!row || !matches) return 'CREDENTIALS_WRONG';
  if (row.disabledAt !== null) return 'ACCOUNT_DISABLED';
  if (!row.totpConfirmed) return null;
  if (totp === undefined) return 'TOTP_NEEDED';
  return (await usesTotp(db, environment.dataKey, row, totp)) ? null : 'TOTP_WRONG';
}

// What was typed for an unknown account is not kept: now and then it is a password in the wrong field.
async function recordFailure(db: Database, row: AccountRow | undefined, reason: string): Promise<void> {
  if (reason === 'TOTP_NEEDED') return;
  const duties = row ? await dutiesOf(db, [row.id]) : [];
  await recordAttempt(db, {
    actor: { id: row?.id ?? null, name: row?.name ?? '—', role: duties[0]?.role ?? null, face: 'CONSOLE' },
    action: 'SIGN_IN_FAILED',
    detail: { reason },
    places: placesOf({ duties }),
  });
}
