import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A backup is gzipped text: a line of JSON about it, then for each table a line about it, its rows as PostgreSQL's COPY
 * writes them, and `\.`; at the end a line that counts them, so that half a file is not taken for a whole one.
 */
export const archiveHeader = z.object({
  linli: z.literal('backup'),
  format: z.literal(1),
  at: z.iso.datetime(),
  /** The state of the tables that the rows fit. */
  migrations: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Which DATA_KEY the phones were closed with; the key itself only when the house made it, and keeps it in a file. */
  key: z.object({ fingerprint: z.string(), value: z.string().nullable() }),
});
export type ArchiveHeader = z.infer<typeof archiveHeader>;

export const archiveTable = z.object({ table: z.string(), columns: z.array(z.string()) });
export type ArchiveTable = z.infer<typeof archiveTable>;

export const archiveEnd = z.object({ end: z.literal(true), rows: z.record(z.string(), z.number()) });

export const END_OF_ROWS = '\\.\n';

/** Tells two keys apart, and nothing of either. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update('linli key fingerprint').update(key).digest('hex').slice(0, 32);

/** What is kept: the house's own tables and the jobs that wait; who made them is not, since migrations make them anew. */
export const KEPT_TABLES = `
  SELECT format('%I.%I', nspname, relname) AS "table",
    array_agg(quote_ident(attname) ORDER BY attnum) AS columns
  FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
    JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
  WHERE relkind = 'r' AND nspname IN ('public', 'graphile_worker')
    AND relname NOT IN ('migrations', 'typeorm_metadata')
  GROUP BY nspname, relname
  ORDER BY nspname DESC, relname`;
