import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a secret is for: each purpose has a key of its own, so that none opens what another one closed. */
type Purpose =
  | 'phone'
  | 'phone-index'
  | 'contact'
  | 'home-door'
  | 'outbox'
  | 'totp'
  | 'sign-in-code'
  | 'care-code'
  | 'meeting-code'
  | 'limit'
  | 'wechat';

const IV_BYTES = 12;
const TAG_BYTES = 16;

const derived = new WeakMap<Buffer, Map<Purpose, Buffer>>();

/** The key of a purpose, from the one key that is kept outside the database. */
function keyFor(dataKey: Buffer, purpose: Purpose): Buffer {
  const keys = derived.get(dataKey) ?? new Map<Purpose, Buffer>();
  derived.set(dataKey, keys);
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', dataKey, '', `linli ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}

/** AES-256-GCM. The same text never gives the same bytes twice: to find it again, index it. */
export function seal(dataKey: Buffer, purpose: Purpose, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(dataKey, purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the bytes were closed with another key, for another purpose, or changed since. */
export function unseal(dataKey: Buffer, purpose: Purpose, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(dataKey, purpose), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = sealed.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** HMAC-SHA256: finds what equals, and tells nothing to whoever has only the database. */
export const blindIndex = (dataKey: Buffer, purpose: Purpose, text: string): Buffer =>
  createHmac('sha256', keyFor(dataKey, purpose)).update(text).digest();
