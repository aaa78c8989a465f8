import {
  type ChangePasswordInput,
  type ConfirmTotpInput,
  refusalToPassword,
  type StartTotpInput,
  type StopTotpInput,
} from '@linli/domain/access';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused, type Request } from '../../platform/graphql/index.js';
import { actorOf, placesOf, recordAudit } from '../audit/index.js';
import { seal, unseal } from '../secrets/index.js';
import { endSessionsOf, startVisit } from '../sessions/index.js';
import { accountById, type AccountRow, meOf } from './account.queries.js';
import type { Me, TotpSecret } from './me.type.js';
import { hashPassword, isPassword } from './passwords.js';
import { refusalToTry } from './sign-in-with-password.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

const setPassword = statement<{ id: string; passwordHash: string }, never>({
  name: 'change-password',
  text: 'UPDATE account SET password_hash = :passwordHash, must_change_password = false WHERE id = :id',
});

const setPending = statement<{ id: string; sealed: Buffer }, never>({
  name: 'start-totp',
  text: 'UPDATE account SET totp_pending = :sealed WHERE id = :id',
});

const confirmPending = statement<{ id: string; step: number }, { id: string }>({
  name: 'confirm-totp',
  text: `
    UPDATE account
    SET totp_secret = totp_pending, totp_pending = NULL, totp_confirmed = true, totp_last_step = :step
    WHERE id = :id AND totp_pending IS NOT NULL
    RETURNING id`,
});

const clearTotp = statement<{ id: string }, never>({
  name: 'stop-totp',
  text: 'UPDATE account SET totp_secret = NULL, totp_pending = NULL, totp_confirmed = false WHERE id = :id',
});

async function ownAccount({ db, viewer }: Request): Promise<AccountRow> {
  const row = viewer.face === 'CONSOLE' ? await accountById(db, viewer.personId) : undefined;
  if (!row) throw notFound('account');
  return row;
}

/** A browser left open is not its owner: what changes how one signs in asks for the password again. */
async function refusalToOwner(request: Request, row: AccountRow, password: string): Promise<Refused | null> {
  const tooMany = await refusalToTry(request, row.account);
  if (tooMany) return tooMany;
  return (await isPassword(row.passwordHash, password)) ? null : new Refused('CREDENTIALS_WRONG');
}

const note = (tx: Transaction, { viewer }: Request, action: string): Promise<void> =>
  recordAudit(tx, { actor: actorOf(viewer), action, places: placesOf(viewer) });

/** Every other session ends, and this one gets a new cookie: whoever knew the old password is out. */
export async function changePassword(
  request: Request,
  { current, next }: ChangePasswordInput,
): Promise<Me | Refused> {
  const row = await ownAccount(request);
  const refusal = await refusalToOwner(request, row, current);
  if (refusal) return refusal;
  const weak = current === next ? 'PASSWORD_TOO_WEAK' : refusalToPassword(row.account, next);
  if (weak) return new Refused(weak);

  const passwordHash = await hashPassword(next);
  const { setCookie, viewer } = await transaction(request.db, async (tx) => {
    await setPassword(tx, { id: row.id, passwordHash });
    await endSessionsOf(tx, row.id);
    const visit = await startVisit(tx, request, { personId: row.id, name: row.name });
    await note(tx, request, 'PASSWORD_CHANGED');
    return visit;
  });
  setCookie();
  return meOf(request.db, viewer);
}

/** The one in force stays until the new one is proven. */
export async function startTotp(
  request: Request,
  { password }: StartTotpInput,
): Promise<TotpSecret | Refused> {
  const row = await ownAccount(request);
  const refusal = await refusalToOwner(request, row, password);
  if (refusal) return refusal;
  const secret = newTotpSecret();
  await setPending(request.db, { id: row.id, sealed: seal(request.environment.dataKey, 'totp', secret) });
  return { secret, uri: totpUri(secret, row.account) };
}

export async function confirmTotp(request: Request, { code }: ConfirmTotpInput): Promise<Me | Refused> {
  const row = await ownAccount(request);
  const tooMany = await refusalToTry(request, row.account);
  if (tooMany) return tooMany;
  const step = pendingStep(request, row, code);
  if (step === null) return new Refused('TOTP_WRONG');
  return change(request, 'TOTP_ON', (tx) => confirmPending(tx, { id: row.id, step }));
}

const pendingStep = ({ environment }: Request, { totpPending, epoch }: AccountRow, code: string) =>
  totpPending && stepOfCode(unseal(environment.dataKey, 'totp', totpPending), code, epoch);

export async function stopTotp(request: Request, { password }: StopTotpInput): Promise<Me | Refused> {
  const row = await ownAccount(request);
  const refusal = await refusalToOwner(request, row, password);
  if (refusal) return refusal;
  return change(request, 'TOTP_OFF', (tx) => clearTotp(tx, { id: row.id }));
}

async function change(
  request: Request,
  action: string,
  work: (db: Database) => Promise<unknown>,
): Promise<Me> {
  await transaction(request.db, async (tx) => {
    await work(tx);
    await note(tx, request, action);
  });
  return meOf(request.db, request.viewer);
}
