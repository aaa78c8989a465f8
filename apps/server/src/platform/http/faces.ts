import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import sirv from 'sirv';

const APPS = path.resolve(import.meta.dirname, '../../../..');
const faces = { console: '/console', screen: '/screen', resident: '' };

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** The built apps. Only files with a hash in their name are kept by the browser; a page asks again each time. */
export function serveFaces(app: FastifyInstance): void {
  for (const [name, base] of Object.entries(faces)) {
    const folder = path.join(APPS, name, 'dist');
    if (!existsSync(folder)) continue;
    const serve = sirv(folder, {
      single: true,
      // Looked up at each request: a list from the start would name files that a new build has replaced, and end the server.
      dev: true,
      gzip: true,
      brotli: true,
      setHeaders: (response, pathname) =>
        response.setHeader('cache-control', pathname.includes('/assets/') ? FOREVER : ASK_AGAIN),
    });
    if (base) app.get(base, (_request, reply) => reply.redirect(`${base}/`));
    app.get(`${base}/*`, (request, reply) => {
      reply.hijack();
      request.raw.url = (request.raw.url ?? '/').slice(base.length) || '/';
      serve(request.raw, reply.raw, () => {
        reply.raw.writeHead(404).end();
      });
    });
  }
}
