import { createHash, randomBytes } from 'node:crypto';
import type { Face } from '@linli/domain/access';

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps: whoever reads it cannot sign in with it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** One browser may show all three faces: each has a cookie of its own. */
const cookieOf = (face: Face): string => `linli_${face.toLowerCase()}`;

export const tokenIn = (cookies: string | undefined, face: Face): string | undefined =>
  new RegExp(`(?:^|;\\s*)${cookieOf(face)}=([\\w-]+)`).exec(cookies ?? '')?.[1];

/** Cadres' cookies do not travel with a link from elsewhere; a resident's does, as from a message with a ticket. */
export function cookieFor(face: Face, token: string, maxAgeSeconds: number, secure: boolean): string {
  const sameSite = face === 'CONSOLE' ? 'Strict' : 'Lax';
  const parts = [
    `${cookieOf(face)}=${token}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    `Max-Age=${maxAgeSeconds}`,
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}
