import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { ExemptionReason } from '@linli/domain/organisation/members';
import { statement, type Transaction } from '../../platform/database/index.js';
import type { Author } from '../structure/index.js';

export interface ExemptionToRecord {
  readonly id: string;
  readonly residentId: PersonId;
  readonly reason: ExemptionReason;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

const insert = statement<{ rows: string; authorId: string | null; author: string }, never>({
  name: 'insert-exemptions',
  text: `
    INSERT INTO exemption_version (id, resident_id, reason, valid_from, valid_to, recorded_at, recorded_by_id, recorded_by)
    SELECT id, "residentId", reason, "from", "to", clock_timestamp(), :authorId::uuid, :author
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "residentId" uuid, reason text, "from" date, "to" date)`,
});

/** 年老體弱 Many at once; two of one person at a time are refused by the table. */
export const recordExemptions = async (
  tx: Transaction,
  author: Pick<Author, 'id' | 'name'>,
  exemptions: readonly ExemptionToRecord[],
): Promise<void> => {
  if (exemptions.length === 0) return;
  await insert(tx, { rows: JSON.stringify(exemptions), authorId: author.id, author: author.name });
};
