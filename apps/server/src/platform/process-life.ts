import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError } from './embedded-postgres/index.js';
import { complaint, type Environment, SettingsError } from './environment.js';
import { factsOf, log } from './log.js';

/** From the start of the process to its end. */
export interface Life {
  /** Aborted when the end begins. */
  readonly ending: AbortSignal;
  /** What to do at the end; the last that is named is done first. */
  atEnd(step: () => unknown): void;
  end(code: number): Promise<void>;
}

const LONGEST_END_MS = 25_000;

/** Lives until a signal, or until the script that started us is gone; a start that fails says why, and ends with 1. */
export async function live(start: (life: Life) => Promise<void>): Promise<void> {
  const ending = new AbortController();
  const steps: (() => unknown)[] = [];
  const life: Life = {
    ending: ending.signal,
    atEnd: (step) => void steps.unshift(step),
    end: async (code) => {
      if (ending.signal.aborted) return;
      ending.abort();
      // The embedded database watches us: it ends too, even when we do not get that far.
      setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
      for (const step of steps) await Promise.resolve().then(step).catch(fail);
      process.exit(process.exitCode ?? code);
    },
  };
  const fail = (error: unknown): void => {
    process.exitCode = 1;
    console.error(explain(error));
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void life.end(0));
  process.on('disconnect', () => void life.end(0));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      // The database was lost for a moment: whoever asked was told, and the pools connect again.
      if (isLostConnection(error)) {
        log.warn('the database was lost for a moment', { error: factsOf(error) });
        return;
      }
      process.exitCode = 1;
      log.fatal('unexpected', { error: factsOf(error) });
      void life.end(1);
    });
  }
  await start(life).catch((error: unknown) => {
    // What fails because the end has begun is no news.
    if (!ending.signal.aborted) fail(error);
    return life.end(1);
  });
}

/** One line about each thing that whoever started us can mend; the stack of what they cannot. */
export function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof FolderInUseError) {
    return `DATA_DIR: ${error.folder} is in use by process ${error.pid}; stop that one, or give this one a folder of its own, for example DATA_DIR=.data-2`;
  }
  // Never the whole error: those of the driver carry rows.
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const LOST = /^(08\w{3}|57P0[123]|ECONNRESET|ECONNREFUSED|EPIPE)$/;

/** An error of the driver about the connection, not about what was asked. */
export function isLostConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return (
    LOST.test(code) || /^Connection terminated|connection error and is not queryable/.test(error.message)
  );
}

const PATIENCE_MS = 3000;

type Listening = Pick<Environment, 'HOST' | 'PORT'>;
const NAMES = { host: 'HOST', port: 'PORT' } as const;
const METRICS_NAMES = { host: 'METRICS_HOST', port: 'METRICS_PORT' } as const;

/** Stops with a line about PORT or HOST when we cannot listen there; one that was killed has a moment to let go. */
export async function checkPort(
  { HOST, PORT }: Listening,
  names: typeof NAMES | typeof METRICS_NAMES = NAMES,
): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  let code = await tryToListen(HOST, PORT);
  while (code === 'EADDRINUSE' && Date.now() < limit) {
    await sleep(100);
    code = await tryToListen(HOST, PORT);
  }
  if (code !== undefined) throw new SettingsError([portComplaint(code, PORT, names)]);
}

/** The same for the port of the metrics, when there is to be one. */
export const checkMetricsPort = async ({
  METRICS_HOST,
  METRICS_PORT,
}: Pick<Environment, 'METRICS_HOST' | 'METRICS_PORT'>): Promise<void> =>
  METRICS_PORT === undefined
    ? undefined
    : checkPort({ HOST: METRICS_HOST, PORT: METRICS_PORT }, METRICS_NAMES);

function portComplaint(code: string, port: number, names: typeof NAMES | typeof METRICS_NAMES): string {
  if (code === 'EADDRINUSE')
    return complaint(names.port, `${port} is taken by another program`, (port % 65_535) + 1);
  if (code === 'EACCES') return complaint(names.port, `${port} is not allowed to this user`);
  return complaint(names.host, `cannot be listened on (${code})`);
}

const tryToListen = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
