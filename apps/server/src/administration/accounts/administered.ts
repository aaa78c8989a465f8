import { type DutyId, type PersonId, refusalToGrant, type Viewer } from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import { actorOf, recordAudit } from '../../access/audit/index.js';
import { statement, type Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { accountWithinReach } from './account.queries.js';
import type { Account } from './account.type.js';
import { placesOfDuties } from './duty-place.js';

const lockAccount = statement<{ id: PersonId }, never>({
  name: 'lock-account',
  text: 'SELECT FROM account WHERE id = :id FOR NO KEY UPDATE',
});

/** The account, locked, when the viewer may see it. */
export async function accountToChange(tx: Transaction, viewer: Viewer, id: PersonId): Promise<Account> {
  await lockAccount(tx, { id });
  const account = await accountWithinReach(tx, viewer, id);
  if (!account) throw notFound('account');
  return account;
}

/**
 * Null when the viewer stands above every duty of the account: whoever may reset a password can sign in with it, so
 * nobody resets one that opens more than they may open themselves.
 */
export async function refusalToAdminister(
  tx: Transaction,
  viewer: Viewer,
  { duties }: Account,
): Promise<Refusal | null> {
  const places = await placesOfDuties(tx, duties);
  const beyond = duties.some((duty, i) => refusalToGrant(viewer, duty, places[i] ?? {}) !== null);
  return beyond ? 'DUTY_BEYOND_REACH' : null;
}

// Two district cadres may disable each other at the same moment: one of them waits, and then counts again.
const LAST_DISTRICT_LOCK = 4_111_104;

const otherDistrictDuty = statement<{ accountId: PersonId; dutyId: DutyId | null }, { id: DutyId }>({
  name: 'other-district-duty',
  text: `
    SELECT duty.id FROM duty JOIN account ON account.id = duty.account_id
    WHERE role = 'DISTRICT_CADRE' AND disabled_at IS NULL AND ended_at IS NULL
      AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      AND CASE WHEN :dutyId::uuid IS NULL THEN account_id <> :accountId ELSE duty.id <> :dutyId END
    LIMIT 1`,
});

/** Would nobody be left who can look after the whole district, without that account, or without that duty of it? */
export async function isLastDistrictAccount(
  tx: Transaction,
  { id, duties }: Account,
  dutyId: DutyId | null = null,
): Promise<boolean> {
  const losing = duties.filter((duty) => dutyId === null || duty.id === dutyId);
  if (!losing.some(({ role }) => role === 'DISTRICT_CADRE')) return false;
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LAST_DISTRICT_LOCK]);
  return (await otherDistrictDuty(tx, { accountId: id, dutyId })).length === 0;
}

/** On the trail, where those see it who look after a place of the account. */
export const recordAccountChange = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  account: Account,
  detail: Readonly<Record<string, string | null>> = {},
): Promise<void> =>
  recordAudit(tx, {
    actor: actorOf(viewer),
    action,
    subject: { kind: 'ACCOUNT', id: account.id, name: account.name },
    detail,
    places: {
      areaIds: placeIds(viewer, account, 'areaId'),
      organisationIds: placeIds(viewer, account, 'organisationId'),
      centreIds: placeIds(viewer, account, 'centreId'),
    },
  });

const placeIds = <Place extends 'areaId' | 'organisationId' | 'centreId'>(
  viewer: Viewer,
  account: Account,
  place: Place,
) => [...viewer.duties, ...account.duties].map((duty) => duty[place]).filter((id) => id !== null);
