import {
  type CreateAccountInput,
  type Duty,
  type DutyId,
  dutyId,
  type EndDutyInput,
  type GrantDutyInput,
  type PersonId,
  refusalToGrant,
  type Role,
  type Viewer,
} from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import type { Refusal } from '@linli/domain/refusals';
import { z } from 'zod';
import { hashPassword, temporaryPassword } from '../../access/accounts/index.js';
import {
  type Database,
  newUuid,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { badUserInput, notFound, Refused } from '../../platform/graphql/index.js';
import { accountWithinReach } from './account.queries.js';
import type { Account, NewPassword } from './account.type.js';
import { accountToChange, isLastDistrictAccount, recordAccountChange } from './administered.js';
import { nameOfPlace, placesOfDuties } from './duty-place.js';

type Granted = Pick<CreateAccountInput, 'role' | 'areaId' | 'organisationId' | 'centreId' | 'to'>;
interface DutyRow {
  readonly id: DutyId;
  readonly accountId: PersonId;
  readonly role: Role;
  readonly areaId: Exclude<Granted['areaId'], undefined>;
  readonly organisationId: Exclude<Granted['organisationId'], undefined>;
  readonly centreId: Exclude<Granted['centreId'], undefined>;
  readonly to: Exclude<Granted['to'], undefined>;
}

const rowOf = (id: DutyId, accountId: PersonId, granted: Granted): DutyRow => ({
  id,
  accountId,
  role: granted.role,
  areaId: granted.areaId ?? null,
  organisationId: granted.organisationId ?? null,
  centreId: granted.centreId ?? null,
  to: granted.to ?? null,
});

const insertDuty = statement<DutyRow, never>({
  name: 'insert-duty',
  text: `
    INSERT INTO duty (id, account_id, role, area_id, organisation_id, centre_id, valid_from, valid_to)
    SELECT :id, :accountId, :role, :areaId::uuid, :organisationId::uuid, :centreId::uuid, today, :to::date
    FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock`,
});

const selectDuty = statement<{ id: DutyId }, Omit<DutyRow, 'to'> & { endedAt: Date | null }>({
  name: 'duty-by-id',
  text: 'SELECT id, account_id, role, area_id, organisation_id, centre_id, ended_at FROM duty WHERE id = :id FOR UPDATE',
});

const endDutyRow = statement<{ id: DutyId }, never>({
  name: 'end-duty',
  text: `
    UPDATE duty SET ended_at = now(), valid_to = greatest(valid_from, (now() AT TIME ZONE 'Asia/Shanghai')::date)
    WHERE id = :id`,
});

const insertAccount = statement<
  { id: PersonId; account: string; name: string; passwordHash: string },
  { id: PersonId }
>({
  name: 'insert-account',
  text: `
    INSERT INTO account (id, account, name, password_hash) VALUES (:id, :account, :name, :passwordHash)
    ON CONFLICT DO NOTHING RETURNING id`,
});

const giveNewPassword = statement<{ id: PersonId; passwordHash: string }, never>({
  name: 'give-new-password',
  text: 'UPDATE account SET password_hash = :passwordHash, must_change_password = true WHERE id = :id',
});

/** A last day that has passed is a slip of the pen: nothing is granted for no time. */
async function refuseThePast(tx: Transaction, { to }: Granted): Promise<void> {
  if (!to || to >= plainDateOf(await now(tx))) return;
  throw badUserInput(new z.ZodError([{ code: 'custom', path: ['to'], message: 'past', input: to }]));
}

async function refusalOf(tx: Transaction, viewer: Viewer, row: Omit<DutyRow, 'to'>): Promise<Refusal | null> {
  const [place = {}] = await placesOfDuties(tx, [row]);
  return refusalToGrant(viewer, row, place);
}

/** The account and its first duty, with a password that must be changed. Sent again before it was used, it gets a new one. */
export async function createAccount(
  db: Database,
  viewer: Viewer,
  input: CreateAccountInput,
): Promise<NewPassword | Refused> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  return transaction(db, async (tx) => {
    await refuseThePast(tx, input);
    const duty = rowOf(dutyId.parse(newUuid()), input.id, input);
    const refusal = await refusalOf(tx, viewer, duty);
    if (refusal) return new Refused(refusal);
    const { id, account: accountName, name } = input;
    const [created] = await insertAccount(tx, { id, account: accountName, name, passwordHash });
    if (created) await insertDuty(tx, duty);
    const account = await accountWithinReach(tx, viewer, id);
    if (account?.account !== accountName) return new Refused('ACCOUNT_NAME_TAKEN');
    if (!created) {
      if (!isSameWish(account, input)) return new Refused('CONFLICT');
      await giveNewPassword(tx, { id, passwordHash });
    }
    await recordAccountChange(tx, viewer, 'ACCOUNT_CREATED', account, await onRecord(tx, duty));
    return { account, password };
  });
}

/** Which role, and where. */
const onRecord = async (tx: Transaction, duty: Duty) => ({
  role: duty.role,
  place: await nameOfPlace(tx, duty),
});

const isSameWish = ({ name, lastSignInAt, duties }: Account, input: CreateAccountInput): boolean =>
  name === input.name && lastSignInAt === null && duties.length === 1 && isSameDuty(duties[0], input);

const isSameDuty = (duty: Omit<DutyRow, 'to' | 'accountId'> | undefined, input: Granted): boolean =>
  duty?.role === input.role &&
  duty.areaId === (input.areaId ?? null) &&
  duty.organisationId === (input.organisationId ?? null) &&
  duty.centreId === (input.centreId ?? null);

export const grantDuty = (db: Database, viewer: Viewer, input: GrantDutyInput): Promise<Account | Refused> =>
  transaction(db, async (tx) => {
    const { id, accountId } = input;
    const before = await accountToChange(tx, viewer, accountId);
    const [earlier] = await selectDuty(tx, { id });
    if (earlier) {
      const same = earlier.accountId === accountId && earlier.endedAt === null && isSameDuty(earlier, input);
      return same ? before : new Refused('CONFLICT');
    }
    await refuseThePast(tx, input);
    const duty = rowOf(id, accountId, input);
    const refusal = await refusalOf(tx, viewer, duty);
    if (refusal) return new Refused(refusal);
    await insertDuty(tx, duty);
    const account = await accountToChange(tx, viewer, accountId);
    await recordAccountChange(tx, viewer, 'DUTY_GRANTED', account, await onRecord(tx, duty));
    return account;
  });

/** Ends at once. */
export const endDuty = (db: Database, viewer: Viewer, { id }: EndDutyInput): Promise<Account | Refused> =>
  transaction(db, async (tx) => {
    const [duty] = await selectDuty(tx, { id });
    if (!duty) throw notFound('duty');
    const account = await accountToChange(tx, viewer, duty.accountId);
    if (duty.endedAt !== null) return account;
    const refusal = await refusalOf(tx, viewer, duty);
    if (refusal) return new Refused('DUTY_BEYOND_REACH');
    if (await isLastDistrictAccount(tx, account, id)) return new Refused('LAST_DISTRICT_ACCOUNT');
    await endDutyRow(tx, { id });
    await recordAccountChange(tx, viewer, 'DUTY_ENDED', account, await onRecord(tx, duty));
    return Object.assign(account, { duties: account.duties.filter((each) => each.id !== id) });
  });
