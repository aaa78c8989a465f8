import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { Address } from './shared-house.js';

/** Straight to the house's own PostgreSQL: only for what no command can make yet. */
export async function inDatabase<Row extends object>(
  { dataDir }: Address,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const read = (name: string) => readFileSync(path.join(dataDir, name), 'utf8').trim();
  const client = new Client({
    host: '127.0.0.1',
    port: Number(read('postgres.port')),
    user: 'postgres',
    password: read('postgres.password'),
    database: 'postgres',
  });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
