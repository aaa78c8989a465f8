import { dayOf } from '../../kit/days';

/** Who rode last with this phone, and what they will want to open without network. It names no resident. */
export interface Rider {
  readonly accountId: string;
  readonly roundId: string;
  readonly centreId: string;
  /** The round's own. */
  readonly day: string;
  /** By the clock of this phone, which may be wrong: what was kept yesterday is not shown today. */
  readonly keptOn: string;
}

const KEY = 'linli.console.rider';

// eslint-disable-next-line no-restricted-syntax -- kept and shown by the same clock, without network
export const phoneDay = (): string => dayOf(new Date());

function read(): Rider | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Rider | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Has this phone kept anything since somebody signed out here? */
export const hasRidden = (): boolean => read() !== undefined;

export function riderOfToday(): Rider | undefined {
  const rider = read();
  return rider?.keptOn === phoneDay() ? rider : undefined;
}

export function noteRider(rider: Rider | undefined): void {
  try {
    if (rider) localStorage.setItem(KEY, JSON.stringify(rider));
    else localStorage.removeItem(KEY);
  } catch {
    // No storage: without network this phone shows nothing.
  }
}
