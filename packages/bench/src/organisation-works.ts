import { COVERAGE, LIFE_BRANCH, OVERVIEW } from './documents.js';
import { median, type Measured, type Side } from './load.js';
import type { Organisations } from './organisations.js';
import { grid } from './report.js';
import type { Setting } from './setting.js';
import { ask, askLimit, read, type Work } from './works.js';

const MONTHS = 36;

/** What is read of organisations and their life: the more there are, the more it is. */
export function organisationReads({ cadre }: Setting, { branches }: Organisations): Work[] {
  const today = new Date(Date.now() + 8 * 3600_000);
  const to = today.toISOString().slice(0, 10);
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - MONTHS, 1))
    .toISOString()
    .slice(0, 10);
  const few = 2;
  return [
    read(
      'O1',
      '區縣總覽 organisational life of the district',
      '"lifeOverview"',
      [{ server: ask('CONSOLE', cadre, OVERVIEW, {}), limit: askLimit('/overview', cadre) }],
      few,
    ),
    read(
      'O2',
      '一個支部這個月 one branch now',
      '"branchMonth"',
      branches.map((id) => ({
        server: ask('CONSOLE', cadre, LIFE_BRANCH, { id }),
        limit: askLimit(`/branch?id=${id}`, cadre),
      })),
      8,
    ),
    read(
      'O3',
      '36 個月覆蓋率 coverage over 36 months',
      '"coverageSeries"',
      [
        {
          server: ask('CONSOLE', cadre, COVERAGE, { from, to }),
          limit: askLimit(`/coverage?from=${from}&to=${to}`, cadre),
        },
      ],
      few,
    ),
  ];
}

/** One work at one size. */
export interface AtSize {
  readonly size: Organisations;
  readonly key: string;
  readonly name: string;
  readonly rounds: Readonly<Record<Side['name'], readonly Measured[]>>;
}

const total = (rounds: readonly Measured[]): number => median(rounds.map(({ totalMs }) => totalMs));
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** Each size beside the limit, and how much more a request costs than at the first size. */
export function organisationTable(measured: readonly AtSize[]): string {
  const rows = measured.map(({ size, key, name, rounds: { server, limit } }) => {
    const first = measured.find((one) => one.key === key);
    const grown = first && first.size !== size ? total(server) / total(first.rounds.server) : undefined;
    return [
      ...[`${key} ${name}`, String(size.organisations), String(size.members)],
      ...[`**${(total(limit) / total(server)).toFixed(2)}**`, ms(total(server)), ms(total(limit))],
      ms(median(server.map(({ databaseMs }) => databaseMs))),
      ...[ms(median(server.map(({ p50 }) => p50))), ms(median(limit.map(({ p50 }) => p50)))],
      grown === undefined ? '' : `${grown.toFixed(1)} ×`,
    ];
  });
  const head = [
    ...['work', 'organisations', 'members', 'CPU ratio', 'CPU ms', 'limit', 'of it database'],
    ...['p50 ms', 'limit', 'growth'],
  ];
  return grid(head, rows);
}
