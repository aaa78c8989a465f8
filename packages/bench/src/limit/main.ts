import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { bookingSql, bookSql } from './booking.js';
import { homeSql } from './home.js';
import { branchSql, coverageSql, overviewSql } from './life.js';
import { monthSql } from './month.js';
import { nightSql } from './night.js';
import { treeSql } from './tree.js';

/*
 * The limit: one hand-written statement for each work, by its name, and its text sent on as it is. Started by the bench
 * as a process of its own, with the database in DATABASE_URL; says its port to whoever started it.
 */
const connectionString = process.env.DATABASE_URL;
const reads = new pg.Pool({ connectionString, max: 16 });
// A hot row is served best by few connections.
const writes = new pg.Pool({ connectionString, max: 8 });

type Work = (token: Buffer, parameters: URLSearchParams) => Promise<string | undefined>;

const answer =
  (pool: pg.Pool, name: string, text: string, names: readonly string[]): Work =>
  async (token, parameters) => {
    const values = [token, ...names.map((parameter) => parameters.get(parameter))];
    const { rows } = await pool.query<[string]>({ name, text, values, rowMode: 'array' });
    return rows[0]?.[0];
  };

const works: Readonly<Record<string, Work>> = {
  '/home': answer(reads, 'home', homeSql, []),
  '/tree': answer(reads, 'tree', treeSql, ['depth']),
  '/booking': answer(reads, 'booking', bookingSql, ['id']),
  '/month': answer(reads, 'month', monthSql, ['centreId', 'from', 'to']),
  '/overview': answer(reads, 'overview', overviewSql, []),
  '/branch': answer(reads, 'branch', branchSql, ['id']),
  '/coverage': answer(reads, 'coverage', coverageSql, ['from', 'to']),
  '/night': answer(writes, 'night', nightSql, ['serviceId']),
  '/book': answer(writes, 'book', bookSql, ['id', 'sessionId']),
};

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://limit');
  const token = /=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const work = works[pathname];
  const body = await work?.(createHash('sha256').update(token).digest(), searchParams);
  const text = body ?? '{"errors":[{"message":"nothing"}]}';
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end('{"errors":[{"message":"failed"}]}');
  });
});

const sockets = new Set<WebSocket>();
new WebSocketServer({ server, path: '/news' }).on('connection', (socket: WebSocket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});

// The news as the API sends it, made once and sent to all.
process.on('message', (item: unknown) => {
  const text = JSON.stringify({ id: '1', type: 'next', payload: { data: { centreNews: item } } });
  for (const socket of sockets) socket.send(text);
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
