import type pg from 'pg';
import type { Database } from '../platform/database/index.js';

// The relay's beat and who calls are asked by every operation, or by none.
const NOT_COUNTED = [
  'events-after',
  'visit-of-token',
  'touch-sign-in',
  'insert-sign-in',
  'visits-of-sessions',
];

/** The names of the statements that this work sends to the database. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const { master } = db.dataSource.driver as unknown as {
    master: { query: (query: pg.QueryConfig) => unknown };
  };
  const names: string[] = [];
  const query = master.query;
  master.query = function (this: unknown, config: pg.QueryConfig) {
    names.push(config.name ?? config.text);
    return query.call(master, config);
  };
  await work().finally(() => {
    master.query = query;
  });
  return names.filter((name) => !NOT_COUNTED.includes(name));
}
