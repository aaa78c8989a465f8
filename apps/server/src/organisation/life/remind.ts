import type { OrganisationId } from '@linli/domain/access';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { cadenceOf } from './cadence.queries.js';

const roots = statement<object, { id: OrganisationId }>({
  name: 'life-roots',
  text: 'SELECT id FROM organisation WHERE parent_id IS NULL',
});

const insert = statement<{ rows: string }, { organisationId: OrganisationId }>({
  name: 'remind-of-debts',
  text: `
    WITH told AS (
      INSERT INTO debt_reminder (organisation_id, kind, due_on)
      SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS given ("organisationId" uuid, kind text, "dueOn" date)
      ON CONFLICT DO NOTHING RETURNING organisation_id, kind, due_on
    ), news AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'life.debt-near', organisation_id, jsonb_build_object('kind', kind, 'dueOn', due_on) FROM told
    )
    SELECT organisation_id FROM told`,
});

/** Before a debt, not after: whoever keeps the branch finds it there in the last days of a period. Twice is once. */
export const remindOfDebts = (db: Database): Promise<number> =>
  transaction(db, async (tx) => {
    const [root] = await roots(tx, {});
    if (!root) return 0;
    const { cells } = await cadenceOf(tx, { tops: [root.id], organisationId: root.id });
    const near = cells.filter(({ state }) => state === 'DUE_SOON');
    const rows = near.map(({ organisationId, kind, period }) => ({ organisationId, kind, dueOn: period.to }));
    return (await insert(tx, { rows: JSON.stringify(rows) })).length;
  });
