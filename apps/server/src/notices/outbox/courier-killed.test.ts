import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { delivery } from '@linli/domain/notices';
import type { OutboxMessage } from '../../access/codes/index.js';
import { unseal } from '../../access/secrets/index.js';
import { givenArea, testKey } from '../../organisation/people/people.scenario.js';
import { type Database, newUuid } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { carryOnce } from './courier.js';
import { courierWords, noon } from './courier.scenario.js';
import { givenReachable, newPhone, noticeOf } from './notice.scenario.js';
import type { NoticeSender } from './sender.js';
import { outboxSender } from './senders.js';

const db = testDatabase(24);
const { queue, round } = courierWords(db);
const later = new Date(Date.now() + 60 * 24 * 3_600_000);
const KILLS = Number(process.env.KILLS ?? 3);
const IN_MEMORY_KILLS = 104;

interface Told {
  readonly id: PersonId;
  readonly phone: string;
}
const givenTold = async (): Promise<Told> => {
  const phone = newPhone();
  const id = await givenReachable(db(), { phone });
  await queue(noticeOf(id, 'PLACE_OFFERED', { until: later }));
  return { id, phone };
};

beforeEach(async () => {
  await db().query('DELETE FROM notice');
  await db().query('DELETE FROM outbox');
  await givenArea(db(), { kind: 'DISTRICT' });
});

/** What came to each phone, as its owner would count it: not by keys. */
async function counted(people: readonly Told[]) {
  const rows = await db().query<{ message: Buffer }[]>('SELECT message FROM outbox');
  const phones = rows.map(
    ({ message }) => (JSON.parse(unseal(testKey(), 'outbox', message)) as OutboxMessage).phone,
  );
  const got = people.map(({ phone }) => phones.filter((each) => each === phone).length);
  const states = await db().query<{ state: string; problem: string | null; count: number }[]>(
    'SELECT state, problem, count(*)::int AS count FROM notice_delivery GROUP BY 1, 2 ORDER BY 1',
  );
  return {
    lost: got.filter((count) => count === 0).length,
    doubled: got.filter((count) => count > 1).length,
    states,
  };
}

class Killed extends Error {}

/** A worker that ends at the nth step that the world could notice, before it or right after it, and does nothing more. */
function mortal(stepsLeft: number) {
  let left = stepsLeft;
  const step = (): void => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  const around = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    step();
    const result = await act();
    step();
    return result;
  };
  const { dataSource } = db();
  const pool = (dataSource.driver as unknown as { master: { query: (query: unknown) => Promise<unknown> } })
    .master;
  const dying = {
    dataSource: { driver: { master: { query: (query: unknown) => around(() => pool.query(query)) } } },
  };
  return {
    around,
    db: dying as unknown as Database,
    dies: (sender: NoticeSender): NoticeSender => ({
      ...sender,
      send: (message, signal) => around(() => sender.send(message, signal)),
    }),
  };
}

/** Three people are told by each worker, which is killed a step later each time; then one lives long enough. */
async function killedAtEveryStep(sender: NoticeSender, times = 52) {
  const people: Told[] = [];
  let at = noon(1);
  let deaths = 0;
  let sends = 0;
  const counting: NoticeSender = {
    ...sender,
    send: (message, signal) => {
      sends += 1;
      return sender.send(message, signal);
    },
  };
  for (let i = 0; i < times; i += 1) {
    people.push(await givenTold(), await givenTold(), await givenTold());
    // Clock, ends, claim; of three to five messages a send and a mark: two steps each.
    const worker = mortal(i % 28);
    const carried = carryOnce({
      ...{ db: worker.db, dataKey: testKey(), senders: [worker.dies(counting)] },
      clockOf: () => worker.around(() => Promise.resolve(at)),
    });
    await carried.catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      deaths += 1;
    });
    at = new Date(at.getTime() + (delivery.lease + 1) * 1000);
  }
  while ((await round(at, counting)) > 0) at = new Date(at.getTime() + (delivery.lease + 1) * 1000);
  return { people, deaths, sends };
}

const page = (): NoticeSender => ({ ...outboxSender(db(), testKey(), 'SMS'), knowsKeysFor: 1e9 });

it(`killed at every step, ${IN_MEMORY_KILLS} times: none lost, none doubled`, async () => {
  const { people, deaths, sends } = await killedAtEveryStep(page(), IN_MEMORY_KILLS);
  expect(deaths).toBeGreaterThan(90);
  // It was put to the test: more was handed over than there was to tell.
  expect(sends).toBeGreaterThan(people.length);
  expect(await counted(people)).toEqual({
    ...{ lost: 0, doubled: 0 },
    states: [{ state: 'SENT', problem: null, count: people.length }],
  });
}, 120_000);

it('control: a carrier that forgets the keys it said it knew sends twice', async () => {
  const sender = page();
  const forgetful: NoticeSender = {
    ...sender,
    send: (message, signal) => sender.send({ ...message, key: newUuid() }, signal),
  };
  const { people } = await killedAtEveryStep(forgetful);
  expect((await counted(people)).doubled).toBeGreaterThan(10);
}, 120_000);

it('with a carrier that knows no keys none is doubled, and what may be lost is there for people to see', async () => {
  const sender = page();
  const keyless: NoticeSender = {
    ...{ channel: 'SMS', knowsKeysFor: 0 },
    send: (message, signal) => sender.send({ ...message, key: newUuid() }, signal),
  };
  const { people } = await killedAtEveryStep(keyless);
  const { lost, doubled, states } = await counted(people);
  expect(doubled).toBe(0);
  const uncertain = states.find(({ problem }) => problem === 'UNCERTAIN')?.count ?? 0;
  expect(uncertain).toBeGreaterThanOrEqual(lost);
  expect(states).toEqual([
    { state: 'FAILED', problem: 'UNCERTAIN', count: uncertain },
    { state: 'SENT', problem: null, count: people.length - uncertain },
  ]);
}, 120_000);

const CHILD = path.join(import.meta.dirname, 'courier-killed.scenario.ts');
async function worker(url: string) {
  const child = fork(CHILD, {
    execArgv: ['--conditions=source', '--import', '@swc-node/register/esm-register'],
    env: { ...process.env, COURIER_DATABASE: url, COURIER_KEY: testKey().toString('hex') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

it(
  `a process killed with -9 in the middle of sending, ${KILLS} times: none lost, none doubled`,
  async () => {
    const people: Told[] = [];
    const [row] = await db().query<{ name: string }[]>('SELECT current_database() AS name');
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = row?.name ?? '';

    let next = worker(url.href);
    let caught = 0;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const child = await next;
      if (kill < KILLS) next = worker(url.href);
      people.push(...(await Promise.all(Array.from({ length: 40 }, givenTold))));
      child.send(kill * (delivery.lease + 1));
      if (kill < KILLS) {
        await sleep(20 + Math.random() * 60);
        child.kill('SIGKILL');
        await once(child, 'exit');
        const [sending] = await db().query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM notice_delivery WHERE state = 'SENDING'`,
        );
        caught += Math.sign(sending?.count ?? 0);
        continue;
      }
      const unsent = `SELECT FROM notice_delivery WHERE state <> 'SENT'`;
      while ((await db().query<object[]>(unsent)).length > 0) await sleep(50);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(caught).toBeGreaterThan(KILLS / 2);
    expect(await counted(people)).toEqual({
      ...{ lost: 0, doubled: 0 },
      states: [{ state: 'SENT', problem: null, count: people.length }],
    });
  },
  60_000 + KILLS * 20_000,
);
