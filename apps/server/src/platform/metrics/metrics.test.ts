import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { areaId } from '@linli/domain/access';
import { once } from 'node:events';
import WebSocket from 'ws';
import { holder } from '../../administration/district.scenario.js';
import { newId, testApi } from '../../testing/index.js';
import { poolOf } from '../database/index.js';
import { readEnvironment } from '../environment.js';
import { startJobs } from '../jobs/index.js';
import { serveMetrics } from './index.js';

const api = testApi();
let metrics: NonNullable<Awaited<ReturnType<typeof serveMetrics>>>;
let jobs: Awaited<ReturnType<typeof startJobs>>;

beforeAll(async () => {
  const { dataSource } = api.database();
  const { url } = dataSource.options as unknown as { url: string };
  const context = {
    ...{ entities: [], migrations: [], resolvers: [], atStart: ['test:well', 'test:ill'] },
    jobs: {
      'test:well': () => Promise.resolve(),
      'test:ill': () => Promise.reject(new Error('as it was told to')),
    },
  };
  jobs = await startJobs({ url, db: api.database(), contexts: [context] });
  const environment = readEnvironment({ METRICS_PORT: '0' });
  const served = await serveMetrics(environment, { requests: poolOf(dataSource), jobs: jobs.pool });
  if (!served) throw new Error('no metrics');
  metrics = served;
});
afterAll(async () => {
  await metrics.stop();
  await jobs.stop();
});

const read = async () => (await fetch(`http://127.0.0.1:${String(metrics.port)}/metrics`)).text();
/** The value of one line, 0 when it is not there. */
const value = async (line: string): Promise<number> => {
  const found = (await read()).split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.split(' ').at(-1) ?? 0);
};
const until = async (holds: () => Promise<boolean>) => {
  for (let i = 0; i < 200 && !(await holds()); i++) await new Promise((done) => setTimeout(done, 50));
  expect(await holds()).toBe(true);
};

it('requests by their first field and how they ended, and how long they took', async () => {
  const count = (operation: string, outcome: string) =>
    value(`linli_requests_total{operation="${operation}",outcome="${outcome}"}`);
  const before = await count('query me', 'OK');
  await api.ask(undefined, 'query Secret13900000001 { other: me { name } }');
  await api.ask(undefined, '{ mySessions { id } }');
  await api.ask(undefined, '{ nothing }');
  await api.ask(
    undefined,
    'mutation { signInWithPassword(input: { account: "nobody", password: "x" }) { __typename } }',
  );
  expect(await count('query me', 'OK')).toBe(before + 1);
  expect(await count('query mySessions', 'UNAUTHENTICATED')).toBe(1);
  expect(await count('none', 'BAD_USER_INPUT')).toBe(1);
  expect(await count('mutation signInWithPassword', 'REFUSED')).toBe(1);
  expect(await value('linli_request_seconds_count{operation="query me"}')).toBe(before + 1);
  expect(await value('linli_request_seconds_bucket{le="+Inf",operation="query me"}')).toBe(before + 1);
  expect(await value('linli_request_seconds_sum{operation="query me"}')).toBeGreaterThan(0);
  expect(await read()).not.toContain('Secret');
});

it('a request that one statement answers is counted like any other', async () => {
  const count = () => value('linli_requests_total{operation="query areas",outcome="OK"}');
  const viewer = holder('DISTRICT_CADRE', { areaId: newId(areaId) });
  const tree = '{ areas { id } }';
  for (let times = 1; times <= 3; times++) {
    await api.ask(viewer, tree);
    expect(await count()).toBe(times);
  }
});

it('what is open, and what is gone', async () => {
  const sockets = () => value('linli_open_sockets');
  expect(await sockets()).toBe(0);
  const socket = new WebSocket(`${api.url().replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  expect(await sockets()).toBe(1);
  socket.close();
  await until(async () => (await sockets()) === 0);
});

it('pools of connections, the relay and the jobs', async () => {
  const inUse = 'linli_pool_connections{pool="requests",state="in use"}';
  const open = api.database().dataSource.createQueryRunner();
  await open.connect();
  const held = await value(inUse);
  await open.release();
  expect(held).toBeGreaterThanOrEqual(1);
  expect(await read()).toContain('linli_pool_connections{pool="jobs",state="waiting"} 0');
  expect(await read()).toMatch(/^linli_relay_lag_seconds [\d.]+$/m);

  await until(async () => (await value('linli_job_runs_total{job="test:well",outcome="OK"}')) === 1);
  await until(async () => (await value('linli_job_runs_total{job="test:ill",outcome="FAILED"}')) >= 1);
  expect(await value('linli_job_seconds_count{job="test:well"}')).toBe(1);
  expect(await read()).toContain('process_resident_memory_bytes');
});

it('nothing else is served there, and nothing at all unless it is asked for', async () => {
  expect((await fetch(`http://127.0.0.1:${String(metrics.port)}/graphql`)).status).toBe(404);
  expect((await fetch(`${api.url()}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4');
  expect(await serveMetrics(readEnvironment({ PORT: '0' }), {})).toBeUndefined();
});
