import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './client.js';
import { databaseTime, processorTime } from './processor.js';

/** A server that is measured: where it listens, and whose processor time is its own. */
export interface Side {
  readonly name: 'server' | 'limit';
  readonly port: number;
  readonly pid: number;
}

export interface Load {
  readonly clients: number;
  /** The next request, as bytes. */
  readonly next: () => Buffer;
  /** What every answer of this work has in it: anything else is a failure. */
  readonly mark: string;
}

export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  /** Processor time for one request, in milliseconds. */
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly totalMs: number;
  readonly p50: number;
  readonly p99: number;
}

/** So many clients, each asking again as soon as it is answered, for so long. */
export async function underLoad(
  { port, pid }: Side,
  postmaster: number,
  { clients, next, mark }: Load,
  forMs: number,
): Promise<Measured> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port)));
  const times: number[] = [];
  const [serverBefore, databaseBefore, began] = [
    processorTime(pid),
    databaseTime(postmaster),
    performance.now(),
  ];
  const end = began + forMs;
  try {
    await Promise.all(
      connections.map(async (connection) => {
        for (let start = performance.now(); start < end; start = performance.now()) {
          const body = await connection.ask(next());
          if (!body.includes(mark) || body.includes('"errors"'))
            throw new Error(`Answered ${body.slice(0, 2000)}`);
          times.push(performance.now() - start);
        }
      }),
    );
  } finally {
    for (const connection of connections) connection.close();
  }
  const seconds = (performance.now() - began) / 1000;
  // What the database finishes after its answer belongs to the same work.
  await sleep(50);
  const requests = times.length;
  const serverMs = (processorTime(pid) - serverBefore) / requests;
  const databaseMs = (databaseTime(postmaster) - databaseBefore) / requests;
  times.sort((one, other) => one - other);
  return {
    ...{ requests, serverMs, databaseMs },
    perSecond: requests / seconds,
    totalMs: serverMs + databaseMs,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** Of sorted values. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
