import type { IncomingMessage } from 'node:http';
import { Face } from '@linli/domain/access';
import type { Caller } from '../graphql/index.js';

const LOCALES = ['zh-Hant', 'zh-Hans', 'en'] as const;
const DEVICE_LENGTH = 160;

/**
 * The face and the language come in headers, or in the address of a socket, which cannot set any. One browser may be a
 * resident, a cadre and a wall at once; the face says whose cookie counts.
 */
export function callerOf(request: IncomingMessage, address: string): Caller {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const said = (header: string, parameter: string): string =>
    String(request.headers[header] ?? query.get(parameter) ?? '');
  const face = said('x-linli-face', 'face').toUpperCase();
  return {
    face: Object.values(Face).find((known) => known === face) ?? 'RESIDENT',
    locale: LOCALES.find((known) => known === said('x-linli-locale', 'locale')) ?? 'zh-Hant',
    address,
    device: (request.headers['user-agent'] ?? '').slice(0, DEVICE_LENGTH),
    cookies: request.headers.cookie,
  };
}
