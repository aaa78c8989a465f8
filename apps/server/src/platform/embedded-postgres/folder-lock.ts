import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from './processes.js';

/** Another living process works in the data folder. */
export class FolderInUseError extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The folder ${folder} is in use by process ${pid}.`);
  }
}

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly stopping: boolean;
}

/** The process that works in the folder, if any. */
export function holderOf(folder: string): number | undefined {
  const holder = readHolder(path.join(folder, 'in-use'));
  return holder && startOf(holder.pid) === holder.start ? holder.pid : undefined;
}

export interface FolderLock {
  /** Whoever waits for the folder may wait longer now. */
  announceStop(): void;
  release(): void;
}

/** How long a newcomer waits for a holder that says it is stopping, and for one that perhaps has yet to notice. */
const WHILE_STOPPING_MS = 30_000;
const OTHERWISE_MS = 3_000;

/** One process per folder. The lock of a process that was killed is void: its number and its start no longer agree. */
export async function lockFolder(folder: string, patienceMs = OTHERWISE_MS): Promise<FolderLock> {
  const file = path.join(folder, 'in-use');
  const own = { pid: process.pid, start: startOf(process.pid) ?? '', stopping: false };
  const since = Date.now();

  while (!claim(file, own)) {
    const holder = readHolder(file);
    if (!holder || startOf(holder.pid) !== holder.start) {
      evict(file, holder);
      continue;
    }
    const waited = Date.now() - since;
    if (waited > (holder.stopping ? WHILE_STOPPING_MS : patienceMs)) {
      throw new FolderInUseError(folder, holder.pid);
    }
    await sleep(50);
  }
  return {
    announceStop: () => replace(file, { ...own, stopping: true }),
    release: () => rmSync(file, { force: true }),
  };
}

/** Makes the lock with its content in one step, so that nobody reads half of it. */
function claim(file: string, holder: Holder): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, holder: Holder): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, file);
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Takes a void lock away; where another newcomer was faster and its lock came away instead, puts that back. */
function evict(file: string, found: Holder | undefined): void {
  const aside = `${file}.${process.pid}.void`;
  try {
    renameSync(file, aside);
    const taken = readHolder(aside);
    if (taken && (taken.pid !== found?.pid || taken.start !== found.start)) linkSync(aside, file);
  } catch {
    // Someone else took it away, or stands there already.
  }
  rmSync(aside, { force: true });
}
