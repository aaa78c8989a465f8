import { statement, type Transaction } from '../database/index.js';

const workerIsThere = statement<object, { isThere: boolean }>({
  name: 'worker-is-there',
  text: `SELECT to_regnamespace('graphile_worker') IS NOT NULL AS is_there`,
});

const addJob = statement<{ name: string; at: Date; key: string }, never>({
  name: 'add-job-at',
  text: `SELECT graphile_worker.add_job(:name, '{}'::json, run_at := :at::timestamptz, job_key := :key)`,
});

/**
 * Runs a job at a moment, if this transaction is kept; the same moment is asked for once. Without a worker, as in most
 * tests, nobody runs it: a schedule of its own must find what was missed.
 */
export async function runJobAt(tx: Transaction, name: string, at: Date): Promise<void> {
  const [worker] = await workerIsThere(tx, {});
  if (worker?.isThere) await addJob(tx, { name, at, key: `${name} ${at.toISOString()}` });
}
