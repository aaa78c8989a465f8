import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Measured, median, type Side } from './load.js';
import type { Pushed } from './push.js';

type Both<Value> = Readonly<Record<Side['name'], readonly Value[]>>;

export interface Results {
  readonly works: readonly ({ readonly key: string; readonly name: string } & Both<Measured>)[];
  readonly pushed: Both<Pushed> | undefined;
  readonly memory: Readonly<Record<Side['name'], number>>;
  readonly sums: {
    readonly bookings: number;
    readonly events: number;
    readonly oversold: number;
    readonly drift: number;
  };
  readonly rounds: number;
  readonly roundMs: number;
}

/** The median over the rounds of one quantity of one side. */
const middle = <Value>(rounds: readonly Value[], pick: (round: Value) => number): number =>
  median(rounds.map(pick));

/** Round by round, since both had the same neighbours then: the median of the ratios, and how far they lie apart. */
function ratio<Value>({ server, limit }: Both<Value>, of: (server: Value, limit: Value) => number): string {
  const ratios = server
    .flatMap((round, i) => {
      const other = limit[i];
      return other === undefined ? [] : [of(round, other)];
    })
    .sort((one, other) => one - other);
  const [least = NaN, most = NaN] = [ratios[0], ratios.at(-1)];
  return `**${two(median(ratios))}** (${two(least)}-${two(most)})`;
}

const two = (value: number): string => value.toFixed(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
export const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const workHead = [
  ...['work', 'CPU ratio', 'throughput ratio', 'requests/s', 'limit'],
  ...['server ms', 'database ms', 'limit ms', 'its database', 'p50 / p99 ms', 'limit'],
];

function workRow({ key, name, server, limit }: Results['works'][number]): string[] {
  const speed = (rounds: readonly Measured[]) => middle(rounds, ({ perSecond }) => perSecond).toFixed(0);
  const times = (rounds: readonly Measured[]) =>
    [middle(rounds, ({ p50 }) => p50), middle(rounds, ({ p99 }) => p99)]
      .map((ms) => ms.toFixed(1))
      .join(' / ');
  const own = (rounds: readonly Measured[]) => two(middle(rounds, ({ serverMs }) => serverMs));
  const database = (rounds: readonly Measured[]) => two(middle(rounds, ({ databaseMs }) => databaseMs));
  const both = { server, limit };
  return [
    `${key} ${name}`,
    ratio(both, (one, other) => other.totalMs / one.totalMs),
    ratio(both, (one, other) => one.perSecond / other.perSecond),
    ...[speed(server), speed(limit), own(server), database(server), own(limit), database(limit)],
    ...[times(server), times(limit)],
  ];
}

const pushHead = [
  ...['S1 push to 500 sockets', 'CPU µs a message', 'event to arrival, p50 / p99 ms'],
  ...['first arrival to middle / last, ms', 'CPU without news, ms/s'],
];

function pushRow(name: string, rounds: readonly Pushed[]): string[] {
  const of = (pick: (round: Pushed) => number, digits = 1) => middle(rounds, pick).toFixed(digits);
  return [
    ...[name, of(({ messageMs }) => messageMs * 1000)],
    `${of(({ p50 }) => p50)} / ${of(({ p99 }) => p99)}`,
    `${of(({ spread50 }) => spread50)} / ${of(({ spreadLast }) => spreadLast)}`,
    of(({ idle }) => idle),
  ];
}

export function table({ works, pushed, memory, sums, rounds, roundMs }: Results): string {
  const parts = [grid(workHead, works.map(workRow))];
  if (pushed) {
    const cpu = ratio(pushed, (one, other) => other.messageMs / one.messageMs);
    parts.push(grid(pushHead, [pushRow('server', pushed.server), pushRow('limit', pushed.limit)]));
    parts.push(`S1 CPU ratio a message: ${cpu}.`);
  }
  parts.push(
    `After writing: ${String(sums.bookings)} bookings, ${String(sums.events)} events, oversold ${String(sums.oversold)}, ` +
      `drift ${String(sums.drift)}; 200 at once for 50 places: exactly 50 on either side. ` +
      `Memory ${memory.server.toFixed(0)} MiB, limit ${memory.limit.toFixed(0)} MiB. ` +
      `${String(rounds)} rounds of ${String(roundMs / 1000)} s for each side; Node ${process.version}, ` +
      `${String(os.availableParallelism())} processors, load average ${(os.loadavg()[2] ?? 0).toFixed(1)}.`,
  );
  return parts.join('\n\n');
}

const MARK = '<!-- last run -->';
const PAGE = path.resolve(import.meta.dirname, '../../../docs/performance.md');

/** The page with its last run replaced. */
export function page(results: Results): string {
  const [before] = readFileSync(PAGE, 'utf8').split(MARK);
  const asItIs = ['start', 'end'].map((edge) => `<!-- prettier-ignore-${edge} -->`);
  return [`${before ?? ''}${MARK}`, asItIs[0], table(results), `${asItIs[1] ?? ''}\n`].join('\n\n');
}
