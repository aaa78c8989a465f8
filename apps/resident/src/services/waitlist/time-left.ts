const MINUTE_MS = 60_000;
const HOUR = 60;

export type TimeLeft =
  { readonly kind: 'over' } | { readonly kind: 'minutes' | 'hours'; readonly count: number };

/** How long an offer still stands: by the minute when it is close, never more than there is. */
export function timeLeft(until: string | null | undefined, now: Date): TimeLeft {
  const minutes = until ? Math.floor((new Date(until).getTime() - now.getTime()) / MINUTE_MS) : -1;
  if (minutes < 0) return { kind: 'over' };
  return minutes < 2 * HOUR
    ? { kind: 'minutes', count: Math.max(1, minutes) }
    : { kind: 'hours', count: Math.floor(minutes / HOUR) };
}
