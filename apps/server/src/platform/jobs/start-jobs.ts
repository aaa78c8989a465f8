import { Logger, run, type TaskList } from 'graphile-worker';
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
  const runner = await run({
    connectionString: url,
    maxPoolSize: AT_ONCE + 3,
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
  return { stop: () => runner.stop().catch(complain) };
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
