import type { AddToReserveInput, ReserveOutcome } from '@linli/domain/organisation/talent';
import { statement, type Transaction } from '../../platform/database/index.js';

export type ReserveToFurnish = AddToReserveInput & {
  readonly lastDay: string | null;
  readonly outcome: ReserveOutcome | null;
};

/** For a house that is being furnished. */
export const furnishReserves = (tx: Transaction, rows: readonly ReserveToFurnish[]): Promise<never[]> =>
  insert(tx, { rows: JSON.stringify(rows), by: '示範數據' });

const insert = statement<{ rows: string; by: string }, never>({
  name: 'furnish-reserves',
  text: `
    INSERT INTO reserve_entry (id, list, organisation_id, resident_id, since, note, added_by, last_day, outcome, closed_by)
    SELECT id, list, "organisationId", "residentId", since, note, :by, "lastDay", outcome,
      CASE WHEN outcome IS NOT NULL THEN :by END
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, list text, "organisationId" uuid, "residentId" uuid,
      since date, note text, "lastDay" date, outcome text)`,
});
