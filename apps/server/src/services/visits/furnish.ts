import type { PersonId } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import { statement, type Transaction } from '../../platform/database/index.js';

const insertEnds = statement<{ rows: string; by: PersonId; byName: string }, never>({
  name: 'furnish-visit-ends',
  text: `
    INSERT INTO home_visit (booking_id, outcome, ended_at, ended_by, ender_name)
    SELECT id, 'DONE', ended_at, :by, :byName
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, ended_at timestamptz)`,
});

/** Visits that were done. */
export const furnishVisitEnds = async (
  tx: Transaction,
  ends: readonly { readonly id: BookingId; readonly endedAt: Date }[],
  who: { readonly by: PersonId; readonly byName: string },
): Promise<void> => {
  const rows = JSON.stringify(ends.map(({ id, endedAt }) => ({ id, ended_at: endedAt })));
  await insertEnds(tx, { rows, ...who });
};
