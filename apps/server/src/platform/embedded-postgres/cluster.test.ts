import { afterEach, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.js';
import { FolderInUseError } from './folder-lock.js';
import { ended, signal, startOf } from './processes.js';

// A machine with other work takes its time for initdb.
jest.setTimeout(60_000);

const folders: string[] = [];
const clusters: Cluster[] = [];
afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder whose name needs care: spaces, Chinese, a quote. */
function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "鄰里 it's data "));
  folders.push(folder);
  return folder;
}

async function start(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await startCluster(folder, {
    settings: { shared_buffers: '16MB', fsync: 'off' },
    patienceMs: 0,
    log: () => undefined,
    ...options,
  });
  clusters.push(cluster);
  return cluster;
}

async function ask<Row>(cluster: Cluster, text: string): Promise<Row | undefined> {
  const client = new pg.Client(cluster.url('postgres'));
  client.on('error', () => undefined); // killed under it
  await client.connect();
  try {
    return (await client.query<Row & pg.QueryResultRow>(text)).rows[0];
  } finally {
    await client.end();
  }
}

/** Waits until the database answers again. */
async function askAgain<Row>(cluster: Cluster, text: string): Promise<Row | undefined> {
  const limit = Date.now() + 20_000;
  for (;;) {
    try {
      return await ask<Row>(cluster, text);
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
    await sleep(50);
  }
}

const dataOf = (folder: string): string => path.join(folder, 'postgres');
const postmasterOf = (folder: string): number =>
  Number(readFileSync(path.join(dataOf(folder), 'postmaster.pid'), 'utf8').split('\n')[0]);

/** A process that starts a cluster in the folder and holds it until it is killed. */
async function startElsewhere(folder: string) {
  const program = `
    import { startCluster } from ${JSON.stringify(path.join(import.meta.dirname, 'cluster.ts'))};
    await startCluster(process.argv[1], { settings: { shared_buffers: '16MB', fsync: 'off' } });
    console.log('started');
    setInterval(() => {}, 1000);`;
  const loader = [
    '--conditions=source',
    '--import',
    '@swc-node/register/esm-register',
    '--input-type=module',
  ];
  const child = spawn(process.execPath, [...loader, '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('starts, keeps what was written and its port, and stops', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first, 'CREATE TABLE note AS SELECT 1 AS one');
  await first.stop();
  expect(startOf(postmasterOrNone(folder))).toBeUndefined();

  const second = await start(folder);
  expect(await ask(second, 'SELECT one FROM note')).toEqual({ one: 1 });
  expect(second.url('x')).toBe(first.url('x'));
});

function postmasterOrNone(folder: string): number {
  try {
    return postmasterOf(folder);
  } catch {
    return 0;
  }
}

it('speaks UTF-8 in a locale that no machine lacks, orders by pinyin, and has the extensions', async () => {
  const cluster = await start(newFolder());
  expect(
    await ask(
      cluster,
      `
      SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
      FROM pg_database WHERE datname = 'postgres'`,
    ),
  ).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  expect(
    await ask(
      cluster,
      `
      SELECT string_agg(word, '' ORDER BY word COLLATE "zh-x-icu") AS words FROM unnest(array['张', '李', '王', '安']) word`,
    ),
  ).toEqual({ words: '安李王张' });
  for (const name of ['ltree', 'pg_trgm', 'btree_gist', 'pgcrypto', 'citext']) {
    await ask(cluster, `CREATE EXTENSION ${name}`);
  }
});

it('lets no one in without the password, which only its owner can read', async () => {
  const folder = newFolder();
  const cluster = await start(folder);
  expect(statSync(path.join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
  const url = Object.assign(new URL(cluster.url('postgres')), { password: 'guess' });
  const stranger = new pg.Client(url.href);
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

it('starts PostgreSQL again when it is killed, on the same port, with all that was committed', async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const cluster = await start(folder, { log: (line) => lines.push(line) });
  await ask(cluster, 'CREATE TABLE note AS SELECT 1 AS one');
  const killed = postmasterOf(folder);
  process.kill(killed, 'SIGKILL');
  await ended(killed, 5000);

  expect(await askAgain(cluster, 'SELECT one FROM note')).toEqual({ one: 1 });
  expect(postmasterOf(folder)).not.toBe(killed);
  expect(lines[0]).toContain('SIGKILL');
});

it('tells when PostgreSQL cannot be kept alive', async () => {
  const folder = newFolder();
  let lost: Error | undefined;
  const cluster = await start(folder, { onLost: (error) => (lost = error) });
  for (let i = 0; i < 8 && !lost; i++) {
    await askAgain(cluster, 'SELECT').catch(() => undefined);
    const pid = postmasterOrNone(folder);
    signal(pid, 'SIGKILL');
    await ended(pid, 5000);
    await sleep(100);
  }
  expect(lost?.message).toContain('times in a minute');
});

it('stops PostgreSQL when its own process is killed, and the next start works', async () => {
  const folder = newFolder();
  const owner = await startElsewhere(folder);
  const orphan = postmasterOf(folder);
  owner.kill('SIGKILL');

  const cluster = await start(folder, { patienceMs: 3000 });
  expect(startOf(orphan)).toBeUndefined();
  expect(await ask(cluster, 'SELECT 1 AS one')).toEqual({ one: 1 });
});

it('control: left alone, the orphan ends by itself', async () => {
  const folder = newFolder();
  const owner = await startElsewhere(folder);
  const orphan = postmasterOf(folder);
  expect(startOf(orphan)).toBeDefined();
  owner.kill('SIGKILL');
  expect(await ended(orphan, 10_000)).toBe(true);
});

it('refuses a folder that another living process uses', async () => {
  const folder = newFolder();
  const owner = await startElsewhere(folder);
  await expect(start(folder)).rejects.toThrow(FolderInUseError);
  expect(startOf(postmasterOf(folder))).toBeDefined();
  owner.kill('SIGKILL');
});

it('is not held up by a postmaster.pid whose number now belongs to another process', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const file = path.join(dataOf(folder), 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${dataOf(folder)}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);

  const cluster = await start(folder);
  expect(await ask(cluster, 'SELECT 1 AS one')).toEqual({ one: 1 });
  expect(startOf(process.pid)).toBeDefined();
});

it('is not held up by a postmaster that was killed and that nobody reaped', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  // The shell becomes a program that never asks after its child, which ends later.
  const parent = spawn('/bin/sh', ['-c', 'sleep 1 & echo $!; exec sleep 60']);
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  await ended(Number(pid), 5000);
  expect(process.kill(Number(pid), 0)).toBe(true);
  writeFileSync(path.join(dataOf(folder), 'postmaster.pid'), `${Number(pid)}\n${dataOf(folder)}\n1\n5432\n`);

  const cluster = await start(folder);
  expect(await ask(cluster, 'SELECT 1 AS one')).toEqual({ one: 1 });
  parent.kill('SIGKILL');
});

it('begins anew where initdb was interrupted', async () => {
  const folder = newFolder();
  const draft = `${dataOf(folder)}.new`;
  await (await start(folder)).stop();
  rmSync(dataOf(folder), { recursive: true });
  writeFileSync(draft, 'half');
  const cluster = await start(folder);
  expect(await ask(cluster, 'SELECT 1 AS one')).toEqual({ one: 1 });
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;
asRoot(
  'as root without namespaces runs as another user, and goes back again',
  async () => {
    const folder = newFolder();
    await ask(await start(folder, { namespaces: false }), 'CREATE TABLE note AS SELECT 1 AS one');
    expect(statSync(`/proc/${postmasterOf(folder)}`).uid).not.toBe(0);
    await clusters.pop()?.stop();

    expect(await ask(await start(folder), 'SELECT one FROM note')).toEqual({ one: 1 });
  },
  30_000,
);
