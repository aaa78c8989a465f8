import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's lower bound for argon2id, the library's default kind: 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let nobodys: Promise<string> | undefined;

/** Is it the password? Where there is no account the same work is done for nothing, so that the time tells nothing. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this one');
  const known = passwordHash?.startsWith('$argon2') === true;
  const matches = await verify(known ? passwordHash : await nobodys, password.normalize('NFC'));
  return known && matches;
}

// No letter that is read as another one: it is told over the telephone.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = [4, 4, 4];

/** A password for the first sign-in, after which it must be changed. */
export const temporaryPassword = (): string =>
  GROUPS.map((length) =>
    Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
  ).join('-');
