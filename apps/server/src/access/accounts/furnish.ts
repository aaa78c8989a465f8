import type { CareScope, PersonId } from '@linli/domain/access';
import { newUuid, statement, type Transaction } from '../../platform/database/index.js';
import { hashPassword } from './passwords.js';

export interface AccountToFurnish {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly duties: readonly {
    readonly id: string;
    readonly role: string;
    readonly areaId: string | null;
    readonly organisationId: string | null;
    readonly centreId: string | null;
  }[];
}

const insertAccounts = statement<{ rows: string; passwordHash: string }, never>({
  name: 'furnish-accounts',
  text: `
    INSERT INTO account (id, account, name, password_hash, must_change_password)
    SELECT id, account, name, :passwordHash, false
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, account text, name text)`,
});

const insertDuties = statement<{ rows: string; since: string }, never>({
  name: 'furnish-duties',
  text: `
    INSERT INTO duty (id, account_id, role, area_id, organisation_id, centre_id, valid_from)
    SELECT id, "accountId", role, "areaId", "organisationId", "centreId", :since
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      id uuid, "accountId" uuid, role text, "areaId" uuid, "organisationId" uuid, "centreId" uuid)`,
});

/** The accounts of a demonstration: one password for all, and nobody is asked to change it. */
export async function furnishAccounts(
  tx: Transaction,
  accounts: readonly AccountToFurnish[],
  { password, since }: { password: string; since: string },
): Promise<void> {
  const rows = accounts.map(({ id, account, name }) => ({ id, account, name }));
  await insertAccounts(tx, { rows: JSON.stringify(rows), passwordHash: await hashPassword(password) });
  const duties = accounts.flatMap(({ id, duties }) => duties.map((duty) => ({ ...duty, accountId: id })));
  await insertDuties(tx, { rows: JSON.stringify(duties), since });
}

const insertGrants = statement<{ rows: string }, never>({
  name: 'furnish-carer-grants',
  text: `
    INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at, way)
    SELECT id, "elderId", "carerId", scopes, now() + interval '1 year', 'COUNTER'
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, "elderId" uuid, "carerId" uuid, scopes text[])`,
});

/** Who lets whom act for them, for a year. */
export async function furnishCarers(
  tx: Transaction,
  carers: readonly {
    readonly elderId: PersonId;
    readonly carerId: PersonId;
    readonly scopes: readonly CareScope[];
  }[],
): Promise<void> {
  await insertGrants(tx, { rows: JSON.stringify(carers.map((carer) => ({ ...carer, id: newUuid() }))) });
}
