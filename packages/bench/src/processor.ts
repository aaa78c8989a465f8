import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Linux counts in hundredths of a second for everyone who asks, whatever the kernel's own clock.
const MS_PER_TICK = 10;

/** The fields after the program's name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const sum = (fields: readonly (string | undefined)[]): number =>
  fields.reduce((total, field) => total + Number(field), 0) * MS_PER_TICK;

/** Processor time of a process in all its threads, in milliseconds. */
export const processorTime = (pid: number): number => sum(statOf(pid).slice(11, 13));

/** Resident memory of a process, in MiB. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** The postmaster of the embedded database in a data folder. */
export const postmasterIn = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Processor time of PostgreSQL, those of its processes that have ended included, in milliseconds. */
export function databaseTime(postmaster: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => childTime(Number(name), postmaster));
  // Its own, and what it has inherited of ended children.
  return sum(statOf(postmaster).slice(11, 15)) + children.reduce((total, time) => total + time, 0);
}

function childTime(pid: number, parent: number): number {
  try {
    const stat = statOf(pid);
    return Number(stat[1]) === parent ? sum(stat.slice(11, 13)) : 0;
  } catch {
    return 0; // It ended while we looked.
  }
}
