import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { testApi } from '../../testing/index.js';

const api = testApi();

/** As it goes over the wire: what fetches for us would unpack it. */
function sent(accepted: string, query: string) {
  return new Promise<{ encoding: string | undefined; vary: string | undefined; body: Buffer }>(
    (resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'accept-encoding': accepted };
      const asked = request(`${api.url()}/graphql`, { method: 'POST', headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            ...{ encoding: response.headers['content-encoding'], vary: response.headers.vary },
            body: Buffer.concat(parts),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(JSON.stringify({ query }));
    },
  );
}

const LONG = '{ __type(name: "Query") { name fields { name description } } }';

it('an answer of some length is sent compressed, the same as it would be plain', async () => {
  const plain = await sent('identity', LONG);
  const [brotli, gzip] = [await sent('gzip, br', LONG), await sent('gzip', LONG)];
  expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip']);
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 3);
  expect(brotli.vary).toContain('accept-encoding');
});

it('a short one is not', async () => {
  expect((await sent('gzip, br', '{ __typename }')).encoding).toBeUndefined();
});
