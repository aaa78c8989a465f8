import { setTimeout as sleep } from 'node:timers/promises';
import { delivery, nextStep, nightEndsAt, type Outcome, tooLateInTheMorning } from '@linli/domain/notices';
import { LOCALES } from '@linli/i18n';
import { unseal } from '../../access/secrets/index.js';
import type { Database } from '../../platform/database/index.js';
import { factsOf, log } from '../../platform/log.js';
import {
  claimDue,
  type Claimed,
  clock,
  endTheRest,
  markEnded,
  markForLater,
  markSent,
} from './delivery.queries.js';
import { smsOf, type StoredNotice } from './notice-words.js';
import type { NoticeSender } from './sender.js';

export interface CourierHouse {
  readonly db: Database;
  readonly dataKey: Buffer;
  readonly senders: readonly NoticeSender[];
  /** The database's clock, but for tests of nights. */
  readonly clockOf?: (db: Database) => Promise<Date>;
}

/** How many messages are under way at once. */
const AT_ONCE = 20;

const databaseClock = async (db: Database): Promise<Date> => {
  const [row] = (await clock(db, {})) as [{ now: Date }];
  return row.now;
};

/**
 * One round: takes what is due, hands it to the carriers and notes what came of it. A worker that ends in between leaves
 * its messages SENDING; when their lease runs out another one takes over, with the same keys. Gives back how many.
 */
export async function carryOnce(house: CourierHouse): Promise<number> {
  const { db, senders, clockOf = databaseClock } = house;
  const now = await clockOf(db);
  const channels = senders.map(({ channel }) => channel);
  await endTheRest(db, { now, channels });
  if (channels.length === 0) return 0;
  const morning = nightEndsAt(now);
  const claimed = await claimDue(db, {
    ...{ now, channels, most: AT_ONCE, lease: delivery.lease },
    night: morning !== undefined,
    tooLate: morning ? tooLateInTheMorning(morning) : null,
  });
  await Promise.all(claimed.map((each) => carry(house, now, each)));
  return claimed.length;
}

async function carry({ db, dataKey, senders }: CourierHouse, now: Date, claimed: Claimed): Promise<void> {
  const { id, tries, channel, unsureBefore } = claimed;
  const sender = senders.find((each) => each.channel === channel);
  const to = addressOf(dataKey, claimed);
  const mark = { id, tries, now };
  if (!claimed.mayKnow) {
    await markEnded(db, { ...mark, state: 'EXPIRED', problem: null });
    return;
  }
  if (!sender || to === undefined) {
    await markEnded(db, { ...mark, state: 'FAILED', problem: 'NO_ADDRESS' });
    return;
  }
  if (unsureBefore && now.getTime() - unsureBefore.getTime() > sender.knowsKeysFor * 1000) {
    await markEnded(db, { ...mark, state: 'FAILED', problem: 'UNCERTAIN' });
    return;
  }
  const text = await smsOf(noticeIn(claimed), localeOf(claimed));
  const outcome = await handOver(sender, { key: id, to, text });
  const next = nextStep(outcome, { tries, knowsKeys: sender.knowsKeysFor > 0 });
  if (next.state === 'SENT') await markSent(db, { id, now });
  else if (next.state === 'FAILED') await markEnded(db, { ...mark, ...next });
  else {
    const unsureSince = unsureBefore ?? (next.unsure ? now : null);
    await markForLater(db, { ...mark, wait: next.wait, unsureSince });
  }
}

/** Whatever a carrier throws, it may have sent before. */
const handOver = (sender: NoticeSender, message: Parameters<NoticeSender['send']>[0]): Promise<Outcome> =>
  sender.send(message, AbortSignal.timeout(delivery.timeout * 1000)).catch((): Outcome => 'UNKNOWN');

function addressOf(dataKey: Buffer, { channel, phoneCipher, openId }: Claimed): string | undefined {
  if (channel === 'SMS') return phoneCipher ? unseal(dataKey, 'phone', phoneCipher) : undefined;
  return openId ? unseal(dataKey, 'wechat', openId) : undefined;
}

const noticeIn = ({ kind, parameters, residentId, aboutId }: Claimed): StoredNotice => ({
  ...{ kind, parameters },
  isForOther: residentId !== aboutId,
});

const localeOf = ({ language }: Claimed) => LOCALES.find((known) => known === language) ?? 'zh-Hans';

export interface Courier {
  /** Lets the messages under way come to their end. */
  stop(): Promise<void>;
}

/** Carries until it is stopped. Servers side by side share the work. */
export function startCourier(house: CourierHouse, pauseMs = 1000): Courier {
  const stopping = new AbortController();
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const carried = await carryOnce(house).catch(complain);
      if (carried < AT_ONCE) await sleep(pauseMs, undefined, stopping).catch(() => undefined);
    }
  }
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

// Never its words: they may quote what was to be sent.
const complain = (error: unknown): number => {
  const { kind, code } = factsOf(error);
  log.error('notices could not be carried', { error: { kind, ...(code && { code }), at: [] } });
  return 0;
};
