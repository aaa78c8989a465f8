import { randomBytes } from 'node:crypto';

/** A UUID v7: rows of one time lie together in the index. */
export function newUuid(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = '89ab'.charAt(parseInt(random.charAt(0), 16) % 4);
  const hex = `${time}7${random.slice(1, 4)}${variant}${random.slice(4, 19)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
