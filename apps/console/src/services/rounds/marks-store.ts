import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { DeliveryOutcome, HandedTo, RoundFragment } from '../../gql/graphql';
import { hasRidden, noteRider, phoneDay } from './rider';

/** A tap at a door that the server has not got yet. Its time is this phone's. */
export interface KeptMark {
  readonly id: string;
  readonly bookingId: string;
  readonly outcome: DeliveryOutcome;
  readonly handedTo: HandedTo | null;
  readonly at: string;
  /** The server does not know this door in this round: a person looks. */
  readonly unknown?: true;
}

/** What this phone knows of a round without network. */
export interface KeptRound {
  readonly roundId: string;
  /** Only the rider's own, and only for its day: there are names and doors in it. */
  readonly round?: RoundFragment;
  readonly marks: readonly KeptMark[];
  /** The day, by the clock of this phone, when it was kept. */
  readonly keptOn: string;
}

/** A mark that cannot be sent for so many days will never be. */
const MARKS_WAIT_MS = 7 * 86_400_000;

let store: UseStore | undefined;
const shelf = (): UseStore => (store ??= createStore('linli.rounds', 'rounds'));

const listeners = new Set<() => void>();
export const onKeptChange = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
const changed = (): void => listeners.forEach((tell) => tell());

// Who signs in next on this phone must not see the doors of who rode before.
const keyOf = (accountId: string, roundId: string): string => `${accountId} ${roundId}`;

export const keptRound = (accountId: string, roundId: string): Promise<KeptRound | undefined> =>
  shelf()('readonly', (rows) =>
    promisifyRequest<KeptRound | undefined>(rows.get(keyOf(accountId, roundId))),
  ).catch(() => undefined);

/** All that this account has on this phone. */
export const keptRounds = (accountId: string): Promise<readonly KeptRound[]> =>
  shelf()('readonly', (rows) => {
    const all = IDBKeyRange.bound(keyOf(accountId, ''), keyOf(accountId, '\uffff'));
    return promisifyRequest<KeptRound[]>(rows.getAll(all));
  }).catch(() => []);

const isWorthKeeping = (kept: KeptRound | undefined): kept is KeptRound =>
  kept !== undefined && (kept.round !== undefined || kept.marks.length > 0);

/** One change after the other, also from two windows: what is read is what is changed. */
export async function changeKept(
  accountId: string,
  roundId: string,
  change: (kept: KeptRound) => KeptRound,
): Promise<void> {
  const key = keyOf(accountId, roundId);
  await shelf()('readwrite', async (rows) => {
    const done = promisifyRequest(rows.transaction);
    const found = rows.get(key) as IDBRequest<KeptRound | undefined>;
    found.onsuccess = () => {
      const next = change(found.result ?? { roundId, marks: [], keptOn: phoneDay() });
      if (isWorthKeeping(next)) rows.put(next, key);
      else rows.delete(key);
    };
    await done;
  });
  changed();
}

/** Goes through all that is kept, whoever kept it; nothing comes between reading and writing. */
async function sweep(keep: (kept: KeptRound, key: string) => KeptRound | undefined): Promise<void> {
  let left = 0;
  await shelf()('readwrite', async (rows) => {
    const done = promisifyRequest(rows.transaction);
    const cursors = rows.openCursor();
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return;
      const next = keep(cursor.value as KeptRound, cursor.key as string);
      if (isWorthKeeping(next)) {
        left++;
        cursor.update(next);
      } else cursor.delete();
      cursor.continue();
    };
    await done;
  });
  if (left === 0) noteRider(undefined);
  changed();
}

const withoutRound = ({ round: _, ...kept }: KeptRound): KeptRound => kept;

/** The day is over: names and doors go, what was not sent yet waits on. */
export const dropOldRounds = (): Promise<void> =>
  sweep((kept) => {
    if (kept.keptOn === phoneDay()) return kept;
    const since = Date.now() - MARKS_WAIT_MS;
    const waits = ({ at, unknown }: KeptMark) => !unknown && Date.parse(at) > since;
    return { ...withoutRound(kept), marks: kept.marks.filter(waits) };
  });

/** The session is over: whoever it was, no names and doors stay; what an account has not sent waits until it returns. */
export const dropAllRounds = async (): Promise<void> => {
  if (!hasRidden()) return;
  await sweep(withoutRound);
  noteRider(undefined);
};

/** Signed out: nothing of this account stays, and no names of any. */
export async function forgetAccount(accountId: string): Promise<void> {
  await sweep((kept, key) => (key.startsWith(keyOf(accountId, '')) ? undefined : withoutRound(kept)));
  noteRider(undefined);
}
