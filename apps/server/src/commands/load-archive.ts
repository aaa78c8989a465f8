import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { contexts } from '../contexts.js';
import { migrate, openDatabase } from '../platform/database/index.js';
import { type ArchiveTable, KEPT_TABLES } from './archive-format.js';
import { CommandError } from './command.js';
import type { Archive } from './read-archive.js';

/** Fills the database with what the archive holds, all of it or nothing; what was in its tables is gone. */
export async function loadArchive(url: string, archive: Archive): Promise<number> {
  await makeTables(url, archive.header.migrations);
  const client = new pg.Client({ connectionString: url, application_name: 'linli-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    const rows = await fill(client, archive);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return rows;
  } finally {
    await client.end();
  }
}

/** As they were when the archive was written; the next start of the server brings them to what it wants. */
async function makeTables(url: string, wanted: readonly string[]): Promise<void> {
  const known = contexts.map((context) => ({
    ...context,
    migrations: context.migrations.filter(({ name }) => wanted.includes(name)),
  }));
  const count = known.reduce((sum, { migrations }) => sum + migrations.length, 0);
  if (count < wanted.length)
    throw new CommandError('The backup is of a newer Linli than this one: update first, then restore.');
  const database = await openDatabase(url, known, 2);
  try {
    await migrate(database);
    const present = await database.query<{ name: string }[]>('SELECT name FROM public.migrations');
    if (present.length > wanted.length)
      throw new CommandError(
        'The database is of a newer Linli than the backup: restore into an empty database (DATABASE_URL).',
      );
  } finally {
    await database.destroy();
  }
  await runMigrations({ connectionString: url });
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function fill(client: pg.Client, archive: Archive): Promise<number> {
  const { rows: present } = await client.query<ArchiveTable>(KEPT_TABLES);
  const tables = present.map(({ table }) => table);
  // Tables refer to each other in circles, and triggers do at each row what was done already.
  const { rows: references } = await client.query<Constraint>(`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`);
  for (const { table, name } of references)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(', ')}`);

  const found: Record<string, number> = {};
  for await (const { table, columns, rows } of archive.tables()) {
    if (!tables.includes(table))
      throw new CommandError(`The backup holds ${table}, which this Linli has not.`);
    found[table] = await fillTable(client, table, columns, rows);
  }
  for (const [table, count] of Object.entries(archive.counts()))
    if (found[table] !== count)
      throw new CommandError(`${table}: ${count} rows were written, ${found[table] ?? 0} are here.`);

  await settle(client, archive.header.sequences);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  return Object.values(found).reduce((sum, count) => sum + count, 0);
}

async function fillTable(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: AsyncGenerator<Buffer>,
): Promise<number> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const end = finished(stream);
  end.catch(() => undefined);
  let count = 0;
  for await (const row of rows) {
    count++;
    if (!stream.write(row)) await Promise.race([once(stream, 'drain'), end]);
  }
  stream.end();
  await end;
  return count;
}

/** What is true of this server, and was otherwise on the one that the archive is of. */
async function settle(client: pg.Client, sequences: Archive['header']['sequences']): Promise<void> {
  for (const { name, value } of sequences) await client.query('SELECT setval($1, $2)', [name, value]);
  // Transactions are numbered anew here: with the old, higher numbers the relay would take all that is new for old.
  const { rows } = await client.query<{ table: string; column: string }>(`
    SELECT attrelid::regclass::text AS "table", quote_ident(attname) AS "column"
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE atttypid = 'xid8'::regtype AND relkind = 'r' AND relnamespace = 'public'::regnamespace`);
  for (const { table, column } of rows) await client.query(`UPDATE ${table} SET ${column} = '3'::xid8`);
  // Whoever was at these jobs is not here.
  await client.query('UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL');
  await client.query('UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL');
}
