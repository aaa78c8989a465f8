import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import type pg from 'pg';
import type { Environment } from '../environment.js';
import { registry } from './metrics.js';

type Pools = Readonly<Record<string, Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>>>;

/** For Prometheus, on a port of its own: whoever may see how the house does need not reach the house. */
export async function serveMetrics(
  { METRICS_HOST, METRICS_PORT }: Pick<Environment, 'METRICS_HOST' | 'METRICS_PORT'>,
  pools: Pools,
): Promise<{ readonly port: number; stop(): Promise<void> } | undefined> {
  if (METRICS_PORT === undefined) return undefined;
  collectDefaultMetrics({ register: registry });
  watchPools(pools);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(METRICS_PORT, METRICS_HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : METRICS_PORT,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function watchPools(pools: Pools): void {
  registry.removeSingleMetric('linli_pool_connections');
  new Gauge({
    name: 'linli_pool_connections',
    help: 'Connections to the database by pool: in use, idle, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'in use' }, totalCount - idleCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
}
