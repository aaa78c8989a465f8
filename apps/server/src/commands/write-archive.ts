import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ArchiveHeader, type ArchiveTable, END_OF_ROWS, KEPT_TABLES } from './archive-format.js';
import { CommandError } from './command.js';

const NEW_LINE = 10;
const json = (line: object): string => `${JSON.stringify(line)}\n`;

/** The whole database as it is at one moment, whatever is written meanwhile. */
export async function* archiveOf(url: string, key: ArchiveHeader['key']): AsyncGenerator<string | Buffer> {
  const client = new pg.Client({ connectionString: url, application_name: 'linli-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    yield json(await headerOf(client, key));
    const rows: Record<string, number> = {};
    const { rows: tables } = await client.query<ArchiveTable>(KEPT_TABLES);
    for (const { table, columns } of tables) {
      yield json({ table, columns });
      rows[table] = yield* rowsOf(client, { table, columns });
      yield END_OF_ROWS;
    }
    yield json({ end: true, rows });
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client, key: ArchiveHeader['key']): Promise<ArchiveHeader> {
  const { rows } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS made`,
  );
  if (!rows[0]?.made) throw new CommandError('There is nothing to back up: the database has no tables yet.');
  const migrations = await client.query<{ name: string }>('SELECT name FROM public.migrations ORDER BY id');
  const sequences = await client.query<{ name: string; value: string }>(`
    SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences
    WHERE schemaname IN ('public', 'graphile_worker') AND sequencename <> 'migrations_id_seq' AND last_value IS NOT NULL
    ORDER BY 1`);
  return {
    ...{ linli: 'backup', format: 1, at: new Date().toISOString(), key },
    migrations: migrations.rows.map(({ name }) => name),
    sequences: sequences.rows,
  };
}

/** In COPY's format a row is a line: what breaks lines within a value is written otherwise. */
async function* rowsOf(client: pg.Client, { table, columns }: ArchiveTable): AsyncGenerator<Buffer, number> {
  let rows = 0;
  for await (const chunk of client.query(copyTo(`COPY ${table} (${columns.join(', ')}) TO STDOUT`))) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) rows++;
    yield bytes;
  }
  return rows;
}
