import { bytesOf, type Wire } from './client.js';
import { BOOK, BOOKING, HOME, MONTH, TREE } from './documents.js';
import type { Side } from './load.js';
import { type Guest, newId } from './guest.js';
import type { Setting } from './setting.js';

/** One kind of work, as each side is asked for it. */
export interface Work {
  readonly key: string;
  readonly name: string;
  readonly clients: number;
  readonly mark: string;
  /** Some requests that must be answered the same by both. */
  readonly samples: readonly Requests[];
  /** An endless row of requests for one round of one side. */
  readonly requests: (side: Side['name']) => () => Buffer;
}

export interface Requests {
  readonly server: Wire;
  readonly limit: Wire;
}

export const ask = (
  face: 'RESIDENT' | 'CONSOLE',
  { token }: Guest,
  query: string,
  variables: object,
): Wire => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    'content-type': 'application/json',
    'x-linli-face': face,
    cookie: `linli_${face.toLowerCase()}=${token}`,
  },
  body: JSON.stringify({ query, variables }),
});

export const askLimit = (path: string, { token }: Guest): Wire => ({
  ...{ method: 'GET', path },
  headers: { cookie: `linli=${token}` },
});

/** The same few requests again and again, made into bytes once. */
function inTurn(samples: readonly Requests[]): Work['requests'] {
  const bytes = {
    server: samples.map(({ server }) => bytesOf(server)),
    limit: samples.map(({ limit }) => bytesOf(limit)),
  };
  return (side) => {
    let turn = 0;
    return () => {
      const request = bytes[side][turn++ % samples.length];
      if (!request) throw new Error('Nothing to ask');
      return request;
    };
  };
}

export const read = (
  key: string,
  name: string,
  mark: string,
  samples: readonly Requests[],
  clients = 32,
): Work => ({
  ...{ key, name, mark, samples, clients },
  requests: inTurn(samples),
});

export function reads({ regulars, cadre, month }: Setting): Work[] {
  const { centreId, from, to } = month;
  return [
    read(
      'R1',
      '首頁 home',
      '"activityCount"',
      regulars.map((guest) => ({
        server: ask('RESIDENT', guest, HOME, { beneficiaryId: null }),
        limit: askLimit('/home', guest),
      })),
    ),
    read('R2', '組織樹 tree, two levels', '"childCount"', [
      { server: ask('CONSOLE', cadre, TREE, { depth: 2 }), limit: askLimit('/tree?depth=2', cadre) },
    ]),
    read(
      'R3',
      '一個預約 one booking',
      '"ticketNumber"',
      regulars.map((guest) => ({
        server: ask('RESIDENT', guest, BOOKING, { id: guest.bookingId }),
        limit: askLimit(`/booking?id=${guest.bookingId}`, guest),
      })),
    ),
    read(
      'A1',
      '一個月可約 availability of a month, 30 services',
      '"bookableSessions"',
      month.guests.map((guest) => ({
        server: ask('RESIDENT', guest, MONTH, { centreId, beneficiaryId: guest.id, from, to }),
        limit: askLimit(`/month?centreId=${centreId}&from=${from}&to=${to}`, guest),
      })),
      8,
    ),
  ];
}

/** A wish of a guest for a place of their own. */
export function wish(guest: Guest, sessionId: string, id = newId()): Requests {
  const input = { id, sessionId, beneficiaryId: guest.id, channel: 'APP' };
  return {
    server: ask('RESIDENT', guest, BOOK, { input }),
    limit: askLimit(`/book?id=${id}&sessionId=${sessionId}`, guest),
  };
}

/** Each guest books each session once: the next of either, whatever side asks. */
export function writes({ newcomers, spread, hot }: Setting): Work[] {
  const booking = { mark: '"Booking"', samples: [] };
  let [booked, round] = [0, 0];
  return [
    {
      ...{ ...booking, key: 'W1', name: '預約，分散 booking, spread over 63 sessions', clients: 32 },
      requests: (side) => () => {
        const turn = booked++;
        const guest = newcomers[turn % newcomers.length];
        // One further with each lap of the guests, so that nobody comes to the same session twice.
        const session = spread[(turn + Math.floor(turn / newcomers.length)) % spread.length];
        if (!guest || session === undefined || turn >= newcomers.length * spread.length)
          throw new Error('No one left');
        return bytesOf(wish(guest, session)[side]);
      },
    },
    {
      ...{ ...booking, key: 'W1 hot', name: '預約，熱門 200 clients on one session', clients: 200 },
      requests: (side) => {
        const session = hot[round++];
        if (session === undefined) throw new Error('No session left');
        let turn = 0;
        return () => {
          const guest = newcomers[turn++];
          if (!guest) throw new Error('No one left');
          return bytesOf(wish(guest, session)[side]);
        };
      },
    },
  ];
}
