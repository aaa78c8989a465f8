import { Logger, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { BoundedContext } from '../bounded-context.js';
import { type Database, now, transaction } from '../database/index.js';

export interface RunningJobs {
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

/** Runs the jobs of all contexts: on their schedule, and those that ask for it now. Servers side by side share the work. */
export async function startJobs({ url, db, contexts }: Settings): Promise<RunningJobs> {
  // A pool of ours: the worker lets go of its own without waiting, and then nobody hears the errors of what is closing.
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE + 3 });
  pool.on('error', complain);
  const runner = await run({
    pgPool: pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    taskList: taskListOf(db, contexts),
    crontab: contexts.flatMap(({ schedule = [] }) => schedule).join('\n'),
    logger,
  });
  for (const name of contexts.flatMap(({ atStart = [] }) => atStart)) {
    await runner.addJob(name, {}, { jobKey: `at-start:${name}` });
  }
  runner.promise.catch(complain);
  return {
    stop: async () => {
      await runner.stop().catch(complain);
      await pool.end();
    },
  };
}

function taskListOf(db: Database, contexts: readonly BoundedContext[]): TaskList {
  const tasks: TaskList = {};
  for (const [name, handler] of contexts.flatMap(({ jobs = {} }) => Object.entries(jobs))) {
    if (tasks[name]) throw new Error(`Two jobs are called ${name}`);
    tasks[name] = async (payload) => {
      await handler(db, payload as Readonly<Record<string, unknown>>, await transaction(db, now));
    };
  }
  return tasks;
}

// The worker's own words only when something is wrong; never the payload.
const logger = new Logger(({ taskIdentifier = 'worker' }) => (level: string, message) => {
  if (level === 'error') console.error(`job ${taskIdentifier}: ${message}`);
});

const complain = (error: unknown): void =>
  console.error('jobs:', error instanceof Error ? error.message : typeof error);
