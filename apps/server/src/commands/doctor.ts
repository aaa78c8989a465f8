import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { chainIsIntact } from '../access/audit/index.js';
import { unseal } from '../access/secrets/index.js';
import { contexts } from '../contexts.js';
import { openDatabase } from '../platform/database/index.js';
import type { Environment } from '../platform/environment.js';
import { checkMetricsPort, checkPort, explain } from '../platform/process-life.js';
import { runningUrl } from '../platform/embedded-postgres/index.js';
import { withDatabase } from './command.js';

export interface Finding {
  readonly about: string;
  readonly is: 'ok' | 'note' | 'WRONG';
  /** How it is; and for what is not as it should be, what to do. */
  readonly words: string;
}

type Source = Awaited<ReturnType<typeof openDatabase>>;
const found = (about: string, is: Finding['is'], words: string): Finding => ({ about, is, words });

/** What could keep the house from working, one finding each; nothing is changed. */
export async function examine(environment: Environment): Promise<Finding[]> {
  return [node(), await disk(environment), await port(environment), ...(await database(environment))];
}

const node = (): Finding => found('node', 'ok', process.versions.node);

const GIB = 1024 ** 3;
async function disk({ DATA_DIR }: Environment): Promise<Finding> {
  const { bavail, bsize } = await statfs(DATA_DIR);
  const free = (bavail * bsize) / GIB;
  const words = `${free.toFixed(1)} GiB free at DATA_DIR`;
  if (free < 1) return found('disk', 'WRONG', `${words}; make room: the database stops when it is full`);
  return free < 5 ? found('disk', 'note', `${words}; make room soon`) : found('disk', 'ok', words);
}

async function port(environment: Environment): Promise<Finding> {
  const { HOST, PORT, DATA_DIR } = environment;
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const response = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}/readyz`).catch(
    () => undefined,
  );
  const answer = (await response?.json().catch(() => undefined)) as { ready?: boolean } | undefined;
  if (answer?.ready === true) return found('port', 'ok', `${PORT}: a Linli answers there and is ready`);
  if (answer?.ready === false)
    return found('port', 'WRONG', `${PORT}: a Linli is there, not ready; see its log`);
  try {
    await checkPort(environment);
    if (runningUrl(DATA_DIR) === undefined) await checkMetricsPort(environment);
    return found('port', 'ok', `${PORT} is free`);
  } catch (error) {
    return found('port', 'WRONG', explain(error));
  }
}

async function database(environment: Environment): Promise<Finding[]> {
  const { DATABASE_URL, DATA_DIR } = environment;
  if (!DATABASE_URL && !existsSync(path.join(DATA_DIR, 'postgres.password')))
    return [found('database', 'note', 'none yet: the first start makes it')];
  try {
    return await withDatabase(environment, async (url) => {
      const source = await openDatabase(url, contexts, 2);
      try {
        return await inside(source, environment);
      } finally {
        await source.destroy();
      }
    });
  } catch (error) {
    return [found('database', 'WRONG', explain(error))];
  }
}

async function inside(source: Source, environment: Environment): Promise<Finding[]> {
  const [about] = await source.query<{ version: string; now: Date; made: boolean }[]>(
    `SELECT current_setting('server_version') AS version, clock_timestamp() AS now,
       to_regclass('public.migrations') IS NOT NULL AS made`,
  );
  if (!about) return [found('database', 'WRONG', 'answers nothing')];
  const findings = [found('database', 'ok', `PostgreSQL ${about.version} answers`), clock(about.now)];
  const tables = about.made
    ? await migrations(source)
    : found('migrations', 'note', 'no tables yet: the first start makes them');
  findings.push(tables);
  if (tables.is !== 'ok') return findings;
  return [
    ...findings,
    await keys(source, environment),
    await trail(source),
    await counters(source),
    await cadre(source, environment),
  ];
}

const MOST_APART_SECONDS = 2;
function clock(now: Date): Finding {
  const apart = Math.abs(Date.now() - now.getTime()) / 1000;
  const words = `${apart.toFixed(1)} s between this machine and the database`;
  return apart > MOST_APART_SECONDS
    ? found(
        'clock',
        'WRONG',
        `${words}; let both keep time by NTP: one-time passwords and opening hours depend on it`,
      )
    : found('clock', 'ok', words);
}

async function migrations(source: Source): Promise<Finding> {
  const rows = await source.query<{ name: string }[]>('SELECT name FROM public.migrations');
  const [done, known] = [
    rows.map(({ name }) => name),
    source.migrations.map(({ constructor: { name } }) => name),
  ];
  const pending = known.filter((name) => !done.includes(name));
  const newer = done.filter((name) => !known.includes(name));
  if (newer.length > 0)
    return found(
      'migrations',
      'WRONG',
      `${newer.length} are of a newer Linli than this one; update this one`,
    );
  return pending.length > 0
    ? found('migrations', 'note', `${pending.length} pending: back up, then start; the start does them`)
    : found('migrations', 'ok', `all ${done.length} are done`);
}

async function keys(source: Source, { dataKey }: Environment): Promise<Finding> {
  const [row] = await source.query<{ cipher: Buffer }[]>(
    'SELECT phone_cipher AS cipher FROM resident WHERE phone_cipher IS NOT NULL LIMIT 1',
  );
  if (!row) return found('keys', 'ok', 'no phone is stored yet');
  try {
    unseal(dataKey, 'phone', row.cipher);
    return found('keys', 'ok', 'DATA_KEY opens what is stored');
  } catch {
    return found(
      'keys',
      'WRONG',
      'DATA_KEY does not open what is stored; give the key that this house began with',
    );
  }
}

const trail = async ({ manager }: Source): Promise<Finding> =>
  (await chainIsIntact(manager))
    ? found('trail', 'ok', 'the audit chain is whole')
    : found(
        'trail',
        'WRONG',
        'the audit chain is broken: entries were changed or taken out; compare with a backup',
      );

async function counters(source: Source): Promise<Finding> {
  const rows = await source.query<object[]>('SELECT FROM booking_drift');
  return rows.length === 0
    ? found('counters', 'ok', 'places taken are as many as the bookings that hold one')
    : found(
        'counters',
        'WRONG',
        `${rows.length} sessions count other than their bookings; see SELECT * FROM booking_drift`,
      );
}

async function cadre(source: Source, { DEMONSTRATION }: Environment): Promise<Finding> {
  if (DEMONSTRATION)
    return found(
      'accounts',
      'note',
      'a demonstration: everyone knows its passwords; DEMONSTRATION=off for real people',
    );
  const rows = await source.query<object[]>(
    `SELECT FROM duty JOIN account ON account.id = account_id
     WHERE role = 'DISTRICT_CADRE' AND ended_at IS NULL AND disabled_at IS NULL LIMIT 1`,
  );
  return rows.length > 0
    ? found('accounts', 'ok', 'a district cadre can sign in')
    : found('accounts', 'note', 'no district cadre can sign in: npm run first-cadre');
}
