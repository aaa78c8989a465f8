const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** On plain HTTP `crypto.randomUUID` is missing; very old browsers lack `crypto` altogether. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const source = (globalThis as { readonly crypto?: Partial<Crypto> }).crypto;
  if (source?.getRandomValues) return source.getRandomValues(bytes);
  return bytes.map(() => Math.floor(Math.random() * 256));
}

/** A UUID v7: in order of time, so that the index of the table grows at its end. */
export function newId(now: number = Date.now()): string {
  const random = randomBytes(10);
  random[0] = 0x70 | ((random[0] ?? 0) & 0x0f);
  random[2] = 0x80 | ((random[2] ?? 0) & 0x3f);
  const text = now.toString(16).padStart(12, '0') + hex(random);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}
