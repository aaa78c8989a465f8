import type { FastifyInstance } from 'fastify';
import { type Database, statement } from '../database/index.js';

const ping = statement<object, { one: number }>({ name: 'ping', text: 'SELECT 1 AS one' });
const PATIENCE_MS = 2000;

/** /livez: the process runs. /readyz: it can do its work, and is not about to leave. */
export function serveHealth(app: FastifyInstance, db: Database): { leave(): void } {
  let leaving = false;
  app.get('/livez', () => ({ live: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = !leaving && (await answers(db));
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  return { leave: () => void (leaving = true) };
}

async function answers(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = ping(db, {}).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, impatience]).finally(() => clearTimeout(timer));
}
