const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A socket that is gone this long means that what is shown may be wrong, unless it was read since. */
const PATIENCE_MS = 15 * SECOND;
/** The page is read every minute even when nothing happens: an older answer than this is a missed one. */
const OLDEST_MS = 90 * SECOND;

interface Connection {
  /** When the server last answered. */
  readonly answeredAt: number;
  /** Since when the live connection is not there; undefined while it is. */
  readonly interruptedSince: number | undefined;
}

/** May the figures on the wall no longer be the figures of now? */
export function isStale({ answeredAt, interruptedSince }: Connection, now: number): boolean {
  const age = now - answeredAt;
  // From the future: this machine lost its clock with its power, and has not met the server since.
  if (age > OLDEST_MS || age < -MINUTE) return true;
  return interruptedSince !== undefined && now - interruptedSince > PATIENCE_MS && age > PATIENCE_MS;
}

export interface Age {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** How old, as one says it: minutes up to two hours, hours up to two days. */
export function ageOf(answeredAt: number, now: number): Age {
  const age = Math.max(0, now - answeredAt);
  if (age < 2 * HOUR) return { unit: 'minutes', count: Math.floor(age / MINUTE) };
  if (age < 2 * DAY) return { unit: 'hours', count: Math.floor(age / HOUR) };
  return { unit: 'days', count: Math.floor(age / DAY) };
}
