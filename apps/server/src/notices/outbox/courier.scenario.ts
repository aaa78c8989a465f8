import type { PersonId } from '@linli/domain/access';
import type { NewNotice, Outcome } from '@linli/domain/notices';
import { testKey } from '../../organisation/people/people.scenario.js';
import { type Database, transaction } from '../../platform/database/index.js';
import { carryOnce } from './courier.js';
import { queueNotices } from './queue-notice.js';
import type { Message, NoticeSender } from './sender.js';

/** A carrier that writes down what it gets, and answers as it is told. */
export function carrier(
  answer: Outcome | ((message: Message) => Outcome | Promise<Outcome>) = 'SENT',
  unlike: Partial<Pick<NoticeSender, 'channel' | 'knowsKeysFor'>> = {},
) {
  const got: Message[] = [];
  const sender: NoticeSender = {
    ...{ channel: 'SMS', knowsKeysFor: 3000, ...unlike },
    send: async (message) => {
      got.push(message);
      return typeof answer === 'function' ? answer(message) : answer;
    },
  };
  return { sender, got };
}

/** Noon in China some days from now, and so much later. */
export const noon = (days: number, minutes = 0): Date => {
  const day = new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
  return new Date(new Date(`${day}T12:00:00+08:00`).getTime() + minutes * 60_000);
};

export const courierWords = (db: () => Database) => ({
  queue: (...notices: readonly NewNotice[]) => transaction(db(), (tx) => queueNotices(tx, notices)),
  /** A round as if it were that moment. */
  round: (at: Date, ...senders: readonly NoticeSender[]) =>
    carryOnce({ db: db(), dataKey: testKey(), senders, clockOf: () => Promise.resolve(at) }),
  deliveryOf: async (to: PersonId) => {
    const rows = await db().query<
      { state: string; problem: string | null; tries: number; unsure: boolean; ended: boolean }[]
    >(
      `SELECT delivery.state, problem, tries, unsure_since IS NOT NULL AS unsure, ended_at IS NOT NULL AS ended
       FROM notice_delivery delivery JOIN notice ON notice.id = notice_id WHERE resident_id = $1 ORDER BY channel`,
      [to],
    );
    return rows;
  },
});
