import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { dutiesOf } from '../../access/accounts/index.js';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import type { Account, AccountConnection } from './account.type.js';
import { dutyPlace } from './duty-place.js';

type Row = Omit<Account, 'duties'>;

const COLUMNS = `account.id, account.account, account.name, account.phone_masked AS phone,
  account.totp_confirmed AS totp_on, account.disabled_at IS NOT NULL AS disabled, account.disabled_reason,
  account.created_at, account.last_sign_in_at`;

// Also by a duty that has ended: who looked after an account goes on seeing it.
const reached = `
  EXISTS (
    SELECT FROM duty ${dutyPlace}
    WHERE duty.account_id = account.id AND ${withinReach({
      areaLineage: 'place.area_lineage',
      organisationLineage: 'place.organisation_lineage',
      centre: 'place.centre_id',
    })}
  )`;
const matching = 'strpos(account.folded, (SELECT fold_han(:search))) > 0';

const selectPage = statement<Reach & { search: string; after: string; limit: number }, Row>({
  name: 'accounts-page',
  text: `
    SELECT ${COLUMNS} FROM account
    WHERE account.account > :after AND ${matching} AND ${reached}
    ORDER BY account.account LIMIT :limit`,
});

const countAll = statement<Reach & { search: string }, { total: number }>({
  name: 'accounts-total',
  text: `SELECT count(*)::int AS total FROM account WHERE ${matching} AND ${reached}`,
});

const selectOne = statement<Reach & { id: PersonId }, Row>({
  name: 'account-within-reach',
  text: `SELECT ${COLUMNS} FROM account WHERE account.id = :id AND ${reached}`,
});

interface Page {
  readonly first: number;
  readonly after: string | undefined;
  readonly search: string | undefined;
}

/** The accounts with a duty within the viewer's reach, by account name, which is the cursor as well. */
export async function accountsOf(
  db: Database,
  viewer: Viewer,
  { first, after = '', search = '' }: Page,
): Promise<AccountConnection> {
  const reach = reachOf(viewer, 'MANAGE_ACCOUNTS');
  const [rows, [counted]] = await Promise.all([
    selectPage(db, { ...reach, search, after, limit: first + 1 }),
    countAll(db, { ...reach, search }),
  ]);
  const accounts = await withDuties(db, rows.slice(0, first));
  return {
    edges: accounts.map((node) => ({ cursor: node.account, node })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: accounts.at(-1)?.account ?? null },
    total: counted?.total ?? 0,
  };
}

/** The account, when one of its duties lies within the viewer's reach. */
export async function accountWithinReach(
  db: Database,
  viewer: Viewer,
  id: PersonId,
): Promise<Account | undefined> {
  const rows = await selectOne(db, { id, ...reachOf(viewer, 'MANAGE_ACCOUNTS') });
  return (await withDuties(db, rows))[0];
}

async function withDuties(db: Database, rows: readonly Row[]): Promise<Account[]> {
  const duties = await dutiesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, duties: duties.filter(({ accountId }) => accountId === row.id) }));
}
