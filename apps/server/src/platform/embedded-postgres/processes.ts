import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When the process began, or undefined when it has ended. A number alone proves nothing, since the system gives it
 * away again; and `kill(pid, 0)` takes a dead process that nobody reaped for a living one.
 */
export function startOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') return answers(pid) ? 'alive' : undefined;
  try {
    const [state = 'Z', ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

function linuxStart(pid: number): string | undefined {
  try {
    // The name in brackets may hold anything; the fields after it are numbers. proc(5): 3 is the state, 22 the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is a PostgreSQL at work in that folder (it changes into its data folder). */
export function isPostmasterOf(pid: number, data: string): boolean {
  if (startOf(pid) === undefined) return false;
  if (process.platform === 'linux') {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data;
    } catch {
      return true; // we may not look; its name has to do
    }
  }
  if (process.platform === 'win32') return true;
  const command = execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return path.basename(command.trim()) === 'postgres';
}

/** True when the process has ended within the time. */
export async function ended(pid: number, withinMs: number): Promise<boolean> {
  const limit = Date.now() + withinMs;
  while (startOf(pid) !== undefined) {
    if (Date.now() > limit) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal; a process that has ended meanwhile does not mind. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone
  }
}
