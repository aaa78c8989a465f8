import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, as } from './account.js';
import { stablePort } from './port.js';
import { ended, isPostmasterOf, signal } from './processes.js';

/** Where a cluster lives and who runs it. */
export interface Place {
  readonly account: Account;
  readonly postgres: string;
  readonly data: string;
  readonly log: string;
  readonly portFile: string;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** How it ended, once it has. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const ATTEMPTS = 8;
const BETWEEN_ATTEMPTS_MS = 500;
const LONGEST_RECOVERY_MS = 300_000;
const LARGEST_LOG = 8 * 1024 * 1024;

/** Starts PostgreSQL as our child; tries again while remains of a killed one still hold its memory or its port. */
export async function launch(place: Place, settings: Readonly<Record<string, string>>): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await stablePort(place.portFile);
    const child = spawnPostmaster(place, { ...settings, port: String(port) });
    const end = endOf(child);
    const pid = child.pid ?? 0;
    if (await becomesReady(place.data, pid, end)) {
      const watch = stopWhenWeAreGone(pid);
      void end.then(() => watch?.kill('SIGKILL'));
      return { pid, port, ended: end, stop: () => stopPostmaster(pid) };
    }
    if (attempt === ATTEMPTS) {
      throw new Error(
        `PostgreSQL did not start (${await end}): ${lastWords(place.log)} The whole log: ${place.log}`,
      );
    }
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
}

function spawnPostmaster(place: Place, settings: Readonly<Record<string, string>>): ChildProcess {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) truncateSync(place.log);
  const log = openSync(place.log, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = as(place.account, place.postgres, ['-D', place.data, ...options]);
  // A session of its own: Ctrl-C reaches everyone in the terminal, and the database must be the last to go.
  const child = spawn(run.command, run.parameters, {
    ...run.options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(by ?? `code ${String(code)}`));
  });

/** PostgreSQL writes "ready" into the eighth line of postmaster.pid, as its documentation promises. */
async function becomesReady(data: string, pid: number, end: Promise<string>): Promise<boolean> {
  const gone = end.then(() => true);
  for (const limit = Date.now() + LONGEST_RECOVERY_MS; Date.now() < limit;) {
    const lines = postmasterFile(data);
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    if (await Promise.race([gone, sleep(25, false)])) return false;
  }
  await stopPostmaster(pid);
  return false;
}

/** Ends with us even when we are killed: a shell waits for our end of its pipe to close, then asks for a fast stop. */
function stopWhenWeAreGone(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script = 'read -r _; kill -INT "$1"';
  const watch = spawn('/bin/sh', ['-c', script, 'linli-database-watch', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  watch.once('error', () => undefined);
  watch.unref();
  (watch.stdin as unknown as { unref(): void } | null)?.unref();
  return watch;
}

/** A fast stop: open transactions are rolled back, what was committed is on disk. Harsher when it does not obey. */
async function stopPostmaster(pid: number): Promise<void> {
  for (const [name, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name);
    if (await ended(pid, patience)) return;
  }
}

/** Ends the postmaster that a killed parent left in the folder, and takes a postmaster.pid away that names no one. */
export async function clearRemains(data: string): Promise<void> {
  const pid = Number(postmasterFile(data)[0]);
  if (!pid) return;
  if (isPostmasterOf(pid, realpathSync(data))) await stopPostmaster(pid);
  // PostgreSQL itself would believe any living process of that number, even one that is dead and not reaped.
  rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function postmasterFile(data: string): string[] {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20);
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '';
}
