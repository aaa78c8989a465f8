import { type Database, statement } from '../../platform/database/index.js';

// Every entry as it must be: its own hash, the one before it, no gap, and the last of them where the head says.
const brokenLinks = statement<object, { intact: boolean }>({
  name: 'audit-chain',
  text: `
    SELECT NOT EXISTS (
      SELECT FROM (
        SELECT hash = audit_hash(entry) AND previous_hash = lag(hash, 1, ''::bytea) OVER in_order
          AND sequence = row_number() OVER in_order AS holds
        FROM audit_entry entry
        WINDOW in_order AS (ORDER BY sequence)
      ) links
      WHERE NOT holds
    ) AND EXISTS (
      SELECT FROM audit_head
      WHERE sequence = (SELECT count(*) FROM audit_entry)
        AND hash = coalesce((SELECT hash FROM audit_entry ORDER BY sequence DESC LIMIT 1), '')
    ) AS intact`,
});

/** Was nothing changed, taken out or put in between since it was written? Reads the whole trail. */
export async function chainIsIntact(db: Database): Promise<boolean> {
  const [row] = await brokenLinks(db, {});
  return row?.intact ?? false;
}
