import { afterEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSourceOptions } from 'typeorm';
import { testDatabase } from '../../testing/index.js';
import type { BoundedContext, JobHandler } from '../bounded-context.js';
import { type RunningJobs, startJobs } from './index.js';

const database = testDatabase();
const running: RunningJobs[] = [];
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
});

const start = async (jobs: Record<string, JobHandler>, more: Partial<BoundedContext> = {}) => {
  const { url } = database().dataSource.options as DataSourceOptions & { url: string };
  const context: BoundedContext = { entities: [], migrations: [], resolvers: [], jobs, ...more };
  const started = await startJobs({ url, db: database(), contexts: [context] });
  running.push(started);
  return started;
};

const until = async (holds: () => unknown): Promise<void> => {
  for (let i = 0; i < 100 && !(await holds()); i++) await sleep(50);
};

it('runs at the start, with a database and its clock', async () => {
  const runs: { now: Date; answer: number }[] = [];
  await start(
    {
      'test:look': async (db, _payload, now) => {
        const [row] = await db.query<{ answer: number }[]>('SELECT 42 AS answer');
        runs.push({ now, answer: row?.answer ?? 0 });
      },
    },
    { atStart: ['test:look'] },
  );

  await until(() => runs.length > 0);
  expect(runs).toHaveLength(1);
  expect(runs[0]?.answer).toBe(42);
  expect(Math.abs((runs[0]?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});

it('knows its schedule, and refuses one that it cannot read', async () => {
  await start(
    { 'test:nightly': () => Promise.resolve() },
    { schedule: ['5 16 * * * test:nightly ?fill=1d'] },
  );
  const known = () =>
    database().query<object[]>(
      `SELECT FROM graphile_worker._private_known_crontabs WHERE identifier = 'test:nightly'`,
    );
  await until(async () => (await known()).length > 0);
  expect(await known()).toHaveLength(1);
  await expect(start({}, { schedule: ['at midnight test:nightly'] })).rejects.toThrow();
});

it('a job that fails stays and is tried again; the others go on', async () => {
  let tries = 0;
  let done = false;
  await start(
    {
      'test:fails': () => {
        tries += 1;
        return Promise.reject(new Error('not yet'));
      },
      'test:works': () => {
        done = true;
        return Promise.resolve();
      },
    },
    { atStart: ['test:fails', 'test:works'] },
  );
  await until(() => tries > 0 && done);
  const failed = () =>
    database().query<{ attempts: number; last_error: string }[]>(
      `SELECT attempts, last_error FROM graphile_worker._private_jobs WHERE key = 'at-start:test:fails'`,
    );
  await until(async () => (await failed())[0]?.last_error);
  expect((await failed())[0]?.last_error).toContain('not yet');
  expect(done).toBe(true);
});

it('lets a running job end when it stops', async () => {
  let ended = false;
  let begun = false;
  const jobs = await start(
    {
      'test:slow': async () => {
        begun = true;
        await sleep(300);
        ended = true;
      },
    },
    { atStart: ['test:slow'] },
  );
  await until(() => begun);
  running.splice(running.indexOf(jobs), 1);
  await jobs.stop();
  expect(ended).toBe(true);
});

it('goes on when it loses its connections', async () => {
  let runs = 0;
  await start(
    {
      'test:again': () => {
        runs += 1;
        return Promise.resolve();
      },
    },
    { atStart: ['test:again'] },
  );
  await until(() => runs === 1);

  const cut = `
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'linli-jobs' AND datname = current_database()`;
  expect((await database().query<object[]>(cut)).length).toBeGreaterThan(0);
  await database().query(`SELECT graphile_worker.add_job('test:again')`);
  await until(() => runs === 2);
  expect(runs).toBe(2);
});
