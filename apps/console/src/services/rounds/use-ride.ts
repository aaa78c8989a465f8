import { useApolloClient } from '@apollo/client/react';
import { isRefused, newId } from '@linli/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type DeliveryOutcome,
  type HandedTo,
  type RoundFragment,
  SyncMarksDocument,
  type SyncMarksMutation,
} from '../../gql/graphql';
import { changeKept, type KeptMark, keptRound, type KeptRound } from './marks-store';

/** A tap can be taken back for so long: only then it is sent. */
export const TAKE_BACK_MS = 6_000;
const TRY_EVERY_MS = 4_000;

export interface Ride {
  readonly kept: KeptRound | undefined;
  /** Read from the phone: until then nothing is known. */
  readonly ready: boolean;
  readonly mark: (bookingId: string, outcome: DeliveryOutcome, handedTo?: HandedTo) => Promise<void>;
  readonly takeBack: (markId: string) => Promise<void>;
}

const isDue = ({ at, unknown }: KeptMark): boolean => !unknown && Date.now() - Date.parse(at) >= TAKE_BACK_MS;

interface OnPhone {
  readonly kept: KeptRound | undefined;
  readonly ready: boolean;
  readonly change: (how: (now: KeptRound) => KeptRound) => Promise<void>;
}

/** What is on this phone, together with what the server said last. */
function useKept(accountId: string, roundId: string, fromServer: RoundFragment | undefined): OnPhone {
  const [kept, setKept] = useState<KeptRound>();
  const [ready, setReady] = useState(false);
  const look = useCallback(async () => {
    setKept(await keptRound(accountId, roundId));
    setReady(true);
  }, [accountId, roundId]);
  const change = useCallback(
    async (how: (now: KeptRound) => KeptRound) => {
      await changeKept(accountId, roundId, (now) => {
        if (!now) throw new Error('The round is not on this phone.');
        return how(now);
      });
      await look();
    },
    [accountId, roundId, look],
  );
  useEffect(() => {
    const keep = async () => {
      if (fromServer) {
        await changeKept(accountId, roundId, (now) => ({ round: fromServer, marks: now?.marks ?? [] }));
      }
      await look();
    };
    void keep();
  }, [accountId, roundId, fromServer, look]);
  return { kept, ready, change };
}

/** Sends what is due, until it is kept there; without network it tries again. */
function useSending(accountId: string, roundId: string, change: OnPhone['change']): void {
  const client = useApolloClient();
  const sending = useRef(false);
  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      const due = (await keptRound(accountId, roundId))?.marks.filter(isDue) ?? [];
      if (due.length === 0) return;
      const marks = due.map(({ unknown: _, ...mark }) => mark);
      const input = { roundId, sentAt: new Date().toISOString(), marks };
      const { data } = await client.mutate({ mutation: SyncMarksDocument, variables: { input } });
      const answer = data?.syncMarks;
      if (!answer || isRefused(answer)) return;
      await change((now) => afterSending(now, answer));
    } catch {
      // No network: it is on the phone, and tried again.
    } finally {
      sending.current = false;
    }
  }, [accountId, roundId, client, change]);

  useEffect(() => {
    const now = () => void send();
    const timer = setInterval(now, TRY_EVERY_MS);
    window.addEventListener('online', now);
    now();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
    };
  }, [send]);
}

type Synced = Extract<SyncMarksMutation['syncMarks'], { kept: unknown }>;

const afterSending = ({ marks }: KeptRound, { kept, unknown, round }: Synced): KeptRound => ({
  round,
  marks: marks
    .filter(({ id }) => !kept.includes(id))
    .map((one) => (unknown.includes(one.id) ? { ...one, unknown: true } : one)),
});

/** A round as this phone has it: what the server said last, and what was tapped since. */
export function useRide(accountId: string, roundId: string, fromServer: RoundFragment | undefined): Ride {
  const { kept, ready, change } = useKept(accountId, roundId, fromServer);
  useSending(accountId, roundId, change);
  const mark = useCallback(
    (bookingId: string, outcome: DeliveryOutcome, handedTo: HandedTo | null = null) =>
      change(({ round, marks }) => {
        const tap = { id: newId(), bookingId, outcome, handedTo, at: new Date().toISOString() };
        return { round, marks: [...marks.filter((one) => one.bookingId !== bookingId), tap] };
      }),
    [change],
  );
  const takeBack = useCallback(
    (markId: string) =>
      change(({ round, marks }) => ({ round, marks: marks.filter(({ id }) => id !== markId) })),
    [change],
  );
  return { kept, ready, mark, takeBack };
}
