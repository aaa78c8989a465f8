import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { checkDatabase } from '../platform/check-database.js';
import { startCluster } from '../platform/embedded-postgres/index.js';
import { readEnvironment } from '../platform/environment.js';
import { fingerprintOf } from './archive-format.js';
import { CommandError, runCommand } from './command.js';
import { loadArchive } from './load-archive.js';
import { type Archive, openArchive } from './read-archive.js';

const USAGE = 'usage: npm run restore -- FILE [--yes]';

function wish(): { file: string; yes: boolean } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new CommandError(USAGE);
  return { file: path.resolve(process.env.INIT_CWD ?? '', file), yes: values.yes ?? false };
}

/** The key that opens the phones of the backup; a wrong one would be found out too late. */
function keyOf({ header: { key } }: Archive): string {
  const value = process.env.DATA_KEY ?? key.value;
  if (!value) throw new CommandError('DATA_KEY: is needed, the one that the backed up house had.');
  if (fingerprintOf(Buffer.from(value, 'hex')) !== key.fingerprint)
    throw new CommandError(
      'DATA_KEY: is another than that of the backed up house; its phones could not be read.',
    );
  return value;
}

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  return client
    .query<Row>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function refuseToOverwrite(url: string, yes: boolean): Promise<void> {
  const [found] = await ask<{ filled: boolean }>(
    url,
    `SELECT to_regclass('public.migrations') IS NOT NULL AS filled`,
  );
  if (found?.filled && !yes)
    throw new CommandError(
      'The database is not empty. What is in it will be gone: say --yes when it may be.',
    );
}

/** Beside what is there, which goes only when all of the archive stands. */
async function restoreEmbedded(dataDir: string, archive: Archive, yes: boolean): Promise<number> {
  const cluster = await startCluster(dataDir);
  try {
    const [present, administrative] = [cluster.url('postgres'), cluster.url('template1')];
    await refuseToOverwrite(present, yes);
    await ask(administrative, 'DROP DATABASE IF EXISTS restored');
    await ask(administrative, 'CREATE DATABASE restored TEMPLATE template0');
    const rows = await loadArchive(cluster.url('restored'), archive);
    keepKey(dataDir, keyOf(archive));
    await ask(administrative, 'DROP DATABASE IF EXISTS replaced WITH (FORCE)');
    await ask(administrative, 'ALTER DATABASE postgres RENAME TO replaced');
    await ask(administrative, 'ALTER DATABASE restored RENAME TO postgres');
    await ask(administrative, 'DROP DATABASE replaced WITH (FORCE)');
    return rows;
  } finally {
    await cluster.stop();
  }
}

async function restoreInto(url: string, archive: Archive, yes: boolean): Promise<number> {
  await checkDatabase(url);
  const [others] = await ask<{ count: number }>(
    url,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  if (others?.count)
    throw new CommandError(`${others.count} connections work in that database: stop the servers first.`);
  await refuseToOverwrite(url, yes);
  return loadArchive(url, archive);
}

/** Where the server looks for it; one that was there is kept beside it. */
function keepKey(dataDir: string, key: string): void {
  if (process.env.DATA_KEY) return;
  const file = path.join(dataDir, 'keys', 'data.key');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file) && readFileSync(file, 'utf8') === key) return;
  if (existsSync(file))
    renameSync(file, `${file}.until-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`);
  writeFileSync(file, key, { mode: 0o600 });
}

await runCommand(async () => {
  const { file, yes } = wish();
  const archive = await openArchive(file);
  try {
    const key = keyOf(archive);
    // Of these the settings are read with the key that will be: none is made for a house that gets one.
    const { DATABASE_URL, DATA_DIR } = readEnvironment({ ...process.env, DATA_KEY: key });
    const rows = DATABASE_URL
      ? await restoreInto(DATABASE_URL, archive, yes)
      : await restoreEmbedded(DATA_DIR, archive, yes);
    if (DATABASE_URL) keepKey(DATA_DIR, key);
    console.log(`${rows} rows are back, as they were at ${archive.header.at}`);
    return true;
  } finally {
    archive.close();
  }
});
