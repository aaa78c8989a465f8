import { explain } from '../platform/process-life.js';
import type { Environment } from '../platform/environment.js';
import { checkDatabase } from '../platform/check-database.js';
import { runningUrl, startCluster } from '../platform/embedded-postgres/index.js';

/** What a command cannot do as it is asked to, in words that say what to do instead. */
export class CommandError extends Error {}

/** Runs a command to its end: one line about what a person can mend, and 1; its own answer goes to the standard output. */
export async function runCommand(command: () => Promise<boolean>): Promise<void> {
  const complain = (error: unknown): false => {
    console.error(error instanceof CommandError ? error.message : explain(error));
    return false;
  };
  process.exitCode = (await command().catch(complain)) ? 0 : 1;
}

/** The database of the settings: of a server that runs in DATA_DIR, or else started for the moment. */
export async function withDatabase<Result>(
  { DATABASE_URL, DATA_DIR }: Environment,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL);
    return work(DATABASE_URL);
  }
  const running = runningUrl(DATA_DIR);
  if (running) return work(running);
  const cluster = await startCluster(DATA_DIR);
  try {
    return await work(cluster.url('postgres'));
  } finally {
    await cluster.stop();
  }
}
