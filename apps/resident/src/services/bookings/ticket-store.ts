import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';
import type { TicketFragment } from '../../gql/graphql';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than a week nobody shows a ticket, and a phone may be lost. */
const KEPT_MS = 7 * DAY_MS;

export interface KeptTickets {
  readonly savedAt: number;
  readonly tickets: readonly TicketFragment[];
}

const keyOf = (residentId: string): string => `tickets:${residentId}`;

let opened: UseStore | undefined;
/** For tests: another phone has another shelf. */
export const forgetOpened = (): void => void (opened = undefined);
const shelf = (): UseStore => (opened ??= createStore('linli-resident', 'tickets'));

/** Storage may be forbidden or full: then there is no offline copy, and nothing else breaks. */
const orNothing = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

/** The coming bookings of one resident, as they were read last. */
export const keepTickets = (
  residentId: string,
  tickets: readonly TicketFragment[],
  now: number,
): Promise<void> =>
  orNothing(() => set(keyOf(residentId), { savedAt: now, tickets } satisfies KeptTickets, shelf()));

/** Adds or replaces one, so that a fresh ticket opens without network too. */
export async function keepTicket(residentId: string, ticket: TicketFragment, now: number): Promise<void> {
  const kept = await keptTickets(residentId, now);
  const others = (kept?.tickets ?? []).filter(({ id }) => id !== ticket.id);
  await orNothing(() =>
    set(
      keyOf(residentId),
      { savedAt: kept?.savedAt ?? now, tickets: [...others, ticket] } satisfies KeptTickets,
      shelf(),
    ),
  );
}

export async function keptTickets(residentId: string, now: number): Promise<KeptTickets | undefined> {
  const kept = await orNothing(() => get<KeptTickets>(keyOf(residentId), shelf()));
  if (!kept) return undefined;
  if (now - kept.savedAt <= KEPT_MS) return kept;
  await orNothing(() => del(keyOf(residentId), shelf()));
  return undefined;
}

/** At sign-out: of everybody who was ever signed in on this phone. */
export async function wipeTickets(): Promise<void> {
  await orNothing(async () => {
    for (const key of await keys(shelf())) await del(key, shelf());
  });
}
