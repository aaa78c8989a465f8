import { newId, serverNow } from '@linli/client';
import { useCallback, useEffect, useState } from 'react';
import type { DeliveryOutcome, HandedTo, RoundFragment } from '../../gql/graphql';
import { dayOf } from '../../kit/days';
import { changeKept, type KeptMark, type KeptRound, keptRound, onKeptChange } from './marks-store';
import { noteRider, phoneDay } from './rider';

/** What the server says of a round: also that it is not there any more. */
export interface Told {
  readonly centreId: string;
  readonly day: string;
  readonly round: RoundFragment | undefined;
}

export interface Ride {
  readonly round: RoundFragment | undefined;
  /** Not with the server yet. */
  readonly marks: readonly KeptMark[];
  /** Read from the phone: until then nothing is known. */
  readonly ready: boolean;
  readonly mark: (bookingId: string, outcome: DeliveryOutcome, handedTo?: HandedTo) => Promise<void>;
  readonly takeBack: (markId: string) => Promise<void>;
}

/** There are names and doors in it: it stays on the phone of who rides, until they are back or the day is over. */
const isTheirs = (accountId: string, { day, round }: Told): boolean =>
  round?.carrier?.id === accountId && round.state !== 'BACK' && day === dayOf(serverNow());

async function keep(accountId: string, roundId: string, told: Told): Promise<void> {
  const { centreId, day, round } = told;
  const theirs = isTheirs(accountId, told);
  const keptOn = phoneDay();
  await changeKept(accountId, roundId, ({ marks }) => ({
    ...{ roundId, marks, keptOn },
    ...(theirs && round && { round }),
  }));
  if (theirs) noteRider({ accountId, roundId, centreId, day, keptOn });
}

/** A round as this phone has it: what the server said last, and what was tapped since. */
export function useRide(accountId: string, roundId: string, told?: Told): Ride {
  const [kept, setKept] = useState<KeptRound>();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const look = async () => {
      setKept(await keptRound(accountId, roundId));
      setReady(true);
    };
    const unfollow = onKeptChange(() => void look());
    void look();
    return unfollow;
  }, [accountId, roundId]);
  useEffect(() => {
    // A phone that forbids storage rides with network.
    if (told) void keep(accountId, roundId, told).catch(() => undefined);
  }, [accountId, roundId, told]);
  const change = useCallback(
    (how: (marks: readonly KeptMark[]) => readonly KeptMark[]) =>
      changeKept(accountId, roundId, (now) => ({ ...now, marks: how(now.marks) })),
    [accountId, roundId],
  );
  const mark = useCallback(
    (bookingId: string, outcome: DeliveryOutcome, handedTo: HandedTo | null = null) =>
      change((marks) => {
        // eslint-disable-next-line no-restricted-syntax -- the house sets it right by `sentAt`, of the same clock
        const tap = { id: newId(), bookingId, outcome, handedTo, at: new Date().toISOString() };
        return [...marks.filter((one) => one.bookingId !== bookingId), tap];
      }),
    [change],
  );
  const takeBack = useCallback(
    (markId: string) => change((marks) => marks.filter(({ id }) => id !== markId)),
    [change],
  );
  return { round: told ? told.round : kept?.round, marks: kept?.marks ?? [], ready, mark, takeBack };
}
