import { openHouse } from '@linli/testkit';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inDatabase } from './database.js';
import type { Address } from './shared-house.js';

const FURNISHED = 'LINLI_FURNISHED_HOUSE';

/** A house of the demonstration that was opened, came to rest and was stopped: those of the tests begin as copies of it. */
export async function furnishOnce(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-furnished-'));
  const house = await openHouse({ dataDir: folder });
  await untilAtRest(house);
  await house.stop();
  process.env[FURNISHED] = folder;
}

export function clearFurnished(): void {
  const folder = process.env[FURNISHED];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** Puts a copy there, with its owners and rights. Where PostgreSQL keeps its files elsewhere, the house furnishes itself. */
export function copyFurnished(folder: string): void {
  const from = process.env[FURNISHED];
  if (from === undefined) throw new Error('No furnished house: run this through jest.');
  if (existsSync(path.join(from, 'postgres.place'))) return;
  execFileSync('cp', ['-a', `${from}/.`, folder]);
}

const PATIENCE_MS = 60_000;
/** Longer than the courier of notices rests. */
const REST_MS = 1500;

/** Until what a house does at its start is done: nothing writes any more but what somebody asks for. */
export async function untilAtRest(house: Address): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  const look = async () => {
    const [row] = await inDatabase<{ due: string | null; sent: string }>(
      house,
      `SELECT (SELECT string_agg(task_identifier, ', ') FROM graphile_worker.jobs
               WHERE run_at <= now() AND attempts < max_attempts) AS due,
         (SELECT string_agg(state || ' ' || tries, ',' ORDER BY id) FROM notice_delivery) AS sent`,
    );
    return row;
  };
  let before = await look();
  for (;;) {
    await sleep(REST_MS);
    const now = await look();
    if (now?.due === null && now.sent === before?.sent) return;
    if (Date.now() > limit) throw new Error(`Still at work: ${now?.due ?? 'notices are sent'}`);
    before = now;
  }
}
