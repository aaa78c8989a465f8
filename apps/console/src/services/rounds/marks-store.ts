import { createStore, get, type UseStore, update } from 'idb-keyval';
import type { DeliveryOutcome, HandedTo, RoundFragment } from '../../gql/graphql';

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
  readonly round: RoundFragment;
  readonly marks: readonly KeptMark[];
}

let store: UseStore | undefined;
const rounds = (): UseStore => (store ??= createStore('linli.rounds', 'rounds'));

// Who signs in next on this phone must not see the doors of who rode before.
const keyOf = (accountId: string, roundId: string): string => `${accountId} ${roundId}`;

export const keptRound = (accountId: string, roundId: string): Promise<KeptRound | undefined> =>
  get<KeptRound>(keyOf(accountId, roundId), rounds()).catch(() => undefined);

/** One change after the other, also from two windows: what is read is what is changed. */
export const changeKept = (
  accountId: string,
  roundId: string,
  change: (kept: KeptRound | undefined) => KeptRound,
): Promise<void> => update<KeptRound>(keyOf(accountId, roundId), change, rounds());
