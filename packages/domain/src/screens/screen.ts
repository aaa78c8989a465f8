import { z } from 'zod';
import { type EnumOf, enumOf } from '../base/index.js';

export const screenId = z.uuidv7().brand<'ScreenId'>();
export type ScreenId = z.infer<typeof screenId>;

export const PairingState = enumOf('WAITING', 'PAIRED', 'EXPIRED');
export type PairingState = EnumOf<typeof PairingState>;

/** How long a code on the wall can be entered. Source: domain/screens, Pairing. */
export const PAIRING_MINUTES = 10;

// Read from across a room and typed by hand: no letter that looks like a digit, none that looks like another.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

/** A code as people type it: spaces, hyphens and lower case are theirs to choose. */
export const pairingCode = z
  .string()
  .overwrite((text) => text.replace(/[\s-]/g, '').toUpperCase())
  .regex(new RegExp(`^[${ALPHABET}]{${String(LENGTH)}}$`));

/** A code from random bytes, six at least; a byte over the last whole multiple of the alphabet would favour some letters. */
export function newPairingCode(randomBytes: Iterable<number>): string | undefined {
  const fair = 256 - (256 % ALPHABET.length);
  const letters: string[] = [];
  for (const byte of randomBytes) {
    if (byte < fair) letters.push(ALPHABET.charAt(byte % ALPHABET.length));
    if (letters.length === LENGTH) return letters.join('');
  }
  return undefined;
}

const QUIET_MS = 90_000;

/** A screen reports every half minute; one that missed two reports is not there. */
export const isOnline = (lastSeenAt: Date | null, now: Date): boolean =>
  lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() < QUIET_MS;
