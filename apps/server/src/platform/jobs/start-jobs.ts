import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { BoundedContext } from '../bounded-context.js';
import { type Database, now, transaction } from '../database/index.js';
import { factsOf, log } from '../log.js';
import { jobRuns, jobSeconds } from '../metrics/index.js';

export interface RunningJobs {
  readonly pool: pg.Pool;
  /** Lets the jobs that run come to their end. */
  stop(): Promise<void>;
}

interface Settings {
  /** The jobs have connections of their own: a long one keeps no resident waiting. */
  readonly url: string;
  readonly db: Database;
  readonly contexts: readonly BoundedContext[];
}

const AT_ONCE = 2;
const BEFORE_ANOTHER_TRY_MS = 500;

/** Runs the jobs of all contexts: on their schedule, and those that ask for it now. Servers side by side share the work. */
export async function startJobs({ url, db, contexts }: Settings): Promise<RunningJobs> {
  const pool = poolOf(url);
  const stopping = new AbortController();
  const begin = () =>
    run({
      pgPool: pool,
      concurrency: AT_ONCE,
      noHandleSignals: true,
      taskList: taskListOf(db, contexts),
      crontab: contexts.flatMap(({ schedule = [] }) => schedule).join('\n'),
      logger,
    });
  let runner = await begin().catch((error: unknown) => pool.end().then(() => Promise.reject(error as Error)));
  for (const name of contexts.flatMap(({ atStart = [] }) => atStart)) {
    await runner.addJob(name, {}, { jobKey: `at-start:${name}` });
  }

  /** The worker gives up when it loses the database; we do not. */
  const pause = () => sleep(BEFORE_ANOTHER_TRY_MS, true, stopping).catch(() => false);
  async function goOn(): Promise<void> {
    await runner.promise.catch(complain);
    while (await pause()) {
      const next = await begin().catch(complain);
      if (!next) continue;
      runner = next;
      if (stopping.signal.aborted) await runner.stop();
      await runner.promise.catch(complain);
    }
  }
  const goingOn = goOn();
  return {
    pool,
    stop: async () => {
      stopping.abort();
      await runner.stop().catch(complain);
      await goingOn;
      await pool.end();
    },
  };
}

/** A pool of ours: the worker lets go of its own without waiting, and nobody hears the errors of what is closing then. */
function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE + 3, application_name: 'linli-jobs' });
  pool.on('error', complain);
  pool.on('connect', (client) => client.on('error', complain));
  return pool;
}

function taskListOf(db: Database, contexts: readonly BoundedContext[]): TaskList {
  const tasks: TaskList = {};
  for (const [name, handler] of contexts.flatMap(({ jobs = {} }) => Object.entries(jobs))) {
    if (tasks[name]) throw new Error(`Two jobs are called ${name}`);
    tasks[name] = async (payload) => {
      await counted(name, async () =>
        handler(db, payload as Readonly<Record<string, unknown>>, await transaction(db, now)),
      );
    };
  }
  return tasks;
}

async function counted(job: string, run: () => Promise<unknown>): Promise<void> {
  const stopwatch = jobSeconds.startTimer({ job });
  try {
    await run();
    jobRuns.inc({ job, outcome: 'OK' });
  } catch (error) {
    jobRuns.inc({ job, outcome: 'FAILED' });
    log.error('a job failed', { job, error: factsOf(error) });
    throw error;
  } finally {
    stopwatch();
  }
}

// The worker's own words are not logged: they quote the payload, and what a failed job said.
const logger = new Logger(({ taskIdentifier }) => (level: string) => {
  if (level === 'error' && !taskIdentifier) log.warn('the worker of the jobs complains');
});

const complain = (error: unknown): void => log.error('the jobs were interrupted', { error: factsOf(error) });
