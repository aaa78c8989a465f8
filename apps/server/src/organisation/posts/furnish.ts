import type { BeginPostInput } from '@linli/domain/organisation/posts';
import { statement, type Transaction } from '../../platform/database/index.js';

export type PostToFurnish = Omit<BeginPostInput, 'replaces'>;

const insert = statement<{ rows: string; by: string }, never>({
  name: 'furnish-posts',
  text: `
    INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, source, valid_from, term_ends_on,
      document_number, recorded_by)
    SELECT id, kind, "organisationId", "residentId", selection, source, "from", "termEndsOn", "documentNumber", :by
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, kind text, "organisationId" uuid, "residentId" uuid,
      selection text, source text, "from" date, "termEndsOn" date, "documentNumber" text)`,
});

/** For a house that is being furnished: thousands at once; the table refuses what must not be. */
export const furnishPosts = (tx: Transaction, posts: readonly PostToFurnish[]): Promise<never[]> =>
  insert(tx, { rows: JSON.stringify(posts), by: '示範數據' });
