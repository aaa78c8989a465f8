import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { CENTRE_NEWS } from './documents.js';
import { median, quantile, type Side } from './load.js';
import { processorTime } from './processor.js';
import type { Guest } from './guest.js';
import type { Setting } from './setting.js';

export interface Pushed {
  readonly messages: number;
  /** Processor time of the sending process for one message, in milliseconds. */
  readonly messageMs: number;
  /** From the event until it arrived, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** From the first arrival until the middle and the last one. */
  readonly spread50: number;
  readonly spreadLast: number;
  /** Processor time with open sockets and no news, in milliseconds a second. */
  readonly idle: number;
}

/** Makes one thing happen at the centre; gives the moment from which it could be told. */
export type Happen = () => Promise<number>;

const QUIET_MS = 1500;

/** Opens the sockets, lets things happen one after another, and waits until everyone has heard of each. */
export async function underPush(
  side: Side,
  { newcomers, centreId }: Setting,
  happen: Happen,
  { sockets: count, events }: { readonly sockets: number; readonly events: number },
): Promise<Pushed> {
  let arrivals: number[] = [];
  let everyone: () => void = () => undefined;
  const heard = () => {
    arrivals.push(performance.now());
    if (arrivals.length === count) everyone();
  };
  const sockets: WebSocket[] = [];
  for (const guest of newcomers.slice(0, count)) sockets.push(await listener(side, guest, centreId, heard));
  try {
    // What opening them cost is over.
    await sleep(500);
    const quiet = processorTime(side.pid);
    await sleep(QUIET_MS);
    const before = processorTime(side.pid);
    const delays: number[] = [];
    const spreads: number[][] = [];
    for (let event = 0; event < events; event++) {
      const all = new Promise<void>((resolve) => (everyone = resolve));
      const from = await happen();
      await within(10_000, all, () => `${String(arrivals.length)} of ${String(count)} heard the news`);
      delays.push(...arrivals.map((arrival) => arrival - from));
      spreads.push(arrivals.map((arrival) => arrival - (arrivals[0] ?? 0)));
      arrivals = [];
    }
    const messages = count * events;
    delays.sort((one, other) => one - other);
    return {
      messages,
      messageMs: (processorTime(side.pid) - before) / messages,
      p50: quantile(delays, 0.5),
      p99: quantile(delays, 0.99),
      spread50: median(spreads.map(median)),
      spreadLast: median(spreads.map((spread) => spread.at(-1) ?? NaN)),
      idle: ((before - quiet) / QUIET_MS) * 1000,
    };
  } finally {
    for (const socket of sockets) socket.terminate();
  }
}

async function within(ms: number, work: Promise<void>, complaint: () => string): Promise<void> {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(complaint());
  });
  await Promise.race([work, late]);
  late.catch(() => undefined);
  timer.abort();
}

const NEWS = '"type":"next"';

/** A socket that follows the centre, when it is known to be heard. */
async function listener(
  side: Side,
  { token }: Guest,
  centreId: string,
  heard: () => void,
): Promise<WebSocket> {
  const isServer = side.name === 'server';
  const path = isServer ? '/graphql' : '/news';
  const socket = new WebSocket(
    `ws://127.0.0.1:${String(side.port)}${path}`,
    isServer ? 'graphql-transport-ws' : [],
    {
      headers: { cookie: `linli_resident=${token}`, 'x-linli-face': 'RESIDENT' },
      perMessageDeflate: false,
    },
  );
  await once(socket, 'open');
  if (isServer) {
    socket.send(JSON.stringify({ type: 'connection_init' }));
    const [acknowledged] = (await once(socket, 'message')) as [Buffer];
    if (!acknowledged.includes('connection_ack')) throw new Error(`Answered ${acknowledged.toString()}`);
    const payload = { query: CENTRE_NEWS, variables: { centreId } };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  }
  socket.on('message', (data: Buffer) => {
    if (!data.includes(NEWS) || data.includes('"errors"')) throw new Error(`Sent ${data.toString()}`);
    heard();
  });
  socket.on('close', (code) => {
    if (code !== 1006) throw new Error(`A socket was closed: ${String(code)}`);
  });
  return socket;
}
