import type { Refusal } from '../refusals/index.js';

/** Characters of a password, as people count them. */
export const MIN_PASSWORD_LENGTH = 10;

// What is tried first by whoever guesses, and is long enough to pass by its length.
const WELL_KNOWN = ['1234567890', '0123456789', '12345678910', 'qwertyuiop', 'password123', 'linli123456'];

/**
 * Null for a password that may be chosen. Length decides, as NIST SP 800-63B has it: no rule asks for kinds of
 * characters; refused is only what is short, holds the account's name, repeats one thing, or is tried by everyone.
 */
export function refusalToPassword(account: string, password: string): Refusal | null {
  const text = password.normalize('NFC').toLowerCase();
  const characters = Array.from(text);
  const weak =
    characters.length < MIN_PASSWORD_LENGTH ||
    text.includes(account.toLowerCase()) ||
    new Set(characters).size < 4 ||
    WELL_KNOWN.includes(text);
  return weak ? 'PASSWORD_TOO_WEAK' : null;
}
