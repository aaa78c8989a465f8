import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { gatewaySender } from './gateway-sender.js';

const got: { headers: IncomingHttpHeaders; body: unknown }[] = [];
let gateway: Server;
let url = '';
beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      got.push({ headers: request.headers, body: JSON.parse(body) });
      const status = Number(request.url?.slice(1));
      if (status === 0) request.socket.destroy();
      else if (status !== 1) response.writeHead(status, { location: '/200' }).end('{}');
    });
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterAll(() => {
  gateway.closeAllConnections();
  gateway.close();
});

const send = (address: string, ms = 2000) =>
  gatewaySender({ channel: 'SMS', url: address, secret: 'the-secret-of-the-gateway', keys: true }).send(
    { key: 'key-1', to: '13800000000', text: '【鄰里中心】您好' },
    AbortSignal.timeout(ms),
  );

it.each([
  [200, 'SENT'],
  [202, 'SENT'],
  [302, 'UNKNOWN'],
  [400, 'REFUSED'],
  [403, 'REFUSED'],
  [408, 'UNKNOWN'],
  [429, 'NOT_SENT'],
  [500, 'UNKNOWN'],
  [502, 'UNKNOWN'],
  [503, 'NOT_SENT'],
])('a gateway that answers %i: %s', async (status, outcome) => {
  expect(await send(`${url}/${status}`)).toBe(outcome);
});

it('one that breaks off, or is silent, may have sent it; one that is not there has not', async () => {
  expect(await send(`${url}/0`)).toBe('UNKNOWN');
  expect(await send(`${url}/1`, 100)).toBe('UNKNOWN');
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  expect(await send(`http://127.0.0.1:${port}`)).toBe('NOT_SENT');
});

it('is given the key, the secret and the message, and nothing else', async () => {
  got.length = 0;
  await send(`${url}/200`);
  expect(got).toHaveLength(1);
  expect(got[0]?.headers).toMatchObject({
    'idempotency-key': 'key-1',
    authorization: 'Bearer the-secret-of-the-gateway',
  });
  expect(got[0]?.body).toEqual({ channel: 'SMS', to: '13800000000', text: '【鄰里中心】您好' });
});

it('only one that promises it is taken to know keys', () => {
  const gatewayWith = (keys: boolean) =>
    gatewaySender({ channel: 'SMS', url, secret: '', keys }).knowsKeysFor;
  expect([gatewayWith(true) > 3600, gatewayWith(false)]).toEqual([true, 0]);
});
