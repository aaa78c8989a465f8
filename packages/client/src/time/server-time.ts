// The clock of a phone or a wall may be wrong; cut-offs and countdowns go by the server's.
let offset = 0;
const listeners = new Set<() => void>();

/** A `Date` header counts whole seconds: a smaller difference than this says nothing. */
const GRAIN_MS = 1500;

/** Learns the server's clock from a `Date` header, and how long the answer took. */
export function noteServerTime(header: string | null, sentAt: number, gotAt: number = Date.now()): void {
  const told = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(told)) return;
  const seen = told + 500 - (sentAt + gotAt) / 2;
  if (Math.abs(seen - offset) <= GRAIN_MS + (gotAt - sentAt) / 2) return;
  offset = Math.abs(seen) <= GRAIN_MS ? 0 : Math.round(seen);
  listeners.forEach((tell) => tell());
}

export const serverNow = (): Date => new Date(Date.now() + offset);

export const onServerTime = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};
