import type { ApolloClient } from '@apollo/client';
import { isRefused } from '@linli/client';
import { SyncMarksDocument, type SyncMarksMutation } from '../../gql/graphql';
import { changeKept, type KeptMark, type KeptRound, keptRounds } from './marks-store';

/** A tap can be taken back for so long: only then it is sent. */
export const TAKE_BACK_MS = 6_000;

const isDue = ({ at }: KeptMark): boolean => Date.now() - Date.parse(at) >= TAKE_BACK_MS;

type Synced = Extract<SyncMarksMutation['syncMarks'], { kept: unknown }>;

/** The round that came with the answer is the newer one, if this phone keeps it at all. */
const afterSending = (now: KeptRound, { kept, unknown, round }: Synced): KeptRound => ({
  ...now,
  ...(now.round && { round }),
  marks: now.marks
    .filter(({ id }) => !kept.includes(id))
    .map((one) => (unknown.includes(one.id) ? { ...one, unknown: true } : one)),
});

async function sendRound(
  client: ApolloClient,
  accountId: string,
  { roundId, marks: all }: KeptRound,
  which: (mark: KeptMark) => boolean,
): Promise<void> {
  const marks = all.filter((mark) => !mark.unknown && which(mark)).map(({ unknown: _, ...mark }) => mark);
  if (marks.length === 0) return;
  // eslint-disable-next-line no-restricted-syntax -- by the clock that the marks were made by
  const input = { roundId, sentAt: new Date().toISOString(), marks };
  const { data } = await client.mutate({ mutation: SyncMarksDocument, variables: { input } });
  const answer = data?.syncMarks;
  if (answer && !isRefused(answer)) await changeKept(accountId, roundId, (now) => afterSending(now, answer));
}

/** Sends what is on this phone. A mark carries its own id: sent twice it is one. Says how many are left. */
async function send(
  client: ApolloClient,
  accountId: string,
  which: (mark: KeptMark) => boolean,
): Promise<number> {
  for (const kept of await keptRounds(accountId))
    // No network: it is on the phone, and tried again.
    await sendRound(client, accountId, kept, which).catch(() => undefined);
  const left = (await keptRounds(accountId)).flatMap(({ marks }) => marks);
  return left.filter(({ unknown }) => !unknown).length;
}

export const sendDue = (client: ApolloClient, accountId: string): Promise<number> =>
  send(client, accountId, isDue);

export const sendAll = (client: ApolloClient, accountId: string): Promise<number> =>
  send(client, accountId, () => true);
