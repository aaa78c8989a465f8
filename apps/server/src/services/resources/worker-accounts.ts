import type { PersonId, Viewer } from '@linli/domain/access';
import type { CentreId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import type { WorkerAccount } from './resource.type.js';

const accountsOfCentre = statement<{ centreId: CentreId }, WorkerAccount>({
  name: 'worker-accounts',
  text: `
    SELECT account.id, account.name FROM account
    WHERE account.disabled_at IS NULL AND EXISTS (
      SELECT FROM duty
      WHERE duty.account_id = account.id AND duty.centre_id = :centreId
        AND duty.role IN ('HOME_WORKER', 'CENTRE_STAFF')
        AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN duty.valid_from AND coalesce(duty.valid_to, 'infinity'))
    ORDER BY account.name, account.id`,
});

/** Who may see visits of this centre as their own. */
export async function workerAccounts(
  db: Database,
  viewer: Viewer,
  centreId: CentreId,
): Promise<WorkerAccount[]> {
  await centreFor(db, viewer, 'MANAGE_SERVICES', centreId);
  return accountsOfCentre(db, { centreId });
}

export async function workerFor(db: Database, centreId: CentreId, id: PersonId): Promise<WorkerAccount> {
  const worker = (await accountsOfCentre(db, { centreId })).find((account) => account.id === id);
  if (!worker) throw notFound('account');
  return worker;
}

const byIds = statement<{ ids: readonly PersonId[] }, WorkerAccount>({
  name: 'worker-accounts-by-ids',
  text: 'SELECT id, name FROM account WHERE id = ANY (:ids::uuid[])',
});

export const workerAccountOf = batched(
  ({ db }, ids: readonly PersonId[]) => byIds(db, { ids }),
  (rows, id): WorkerAccount | null => rows.find((row) => row.id === id) ?? null,
);
