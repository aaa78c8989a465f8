import { type Database, statement } from '../../platform/database/index.js';
import { seal, unseal } from '../secrets/index.js';

/** What the demonstration's sender "sent". */
export interface OutboxMessage {
  /** Digits of a mobile number, or the name that another channel has for a person. */
  readonly phone: string;
  readonly text: string;
  /** A text message, when it does not say otherwise. */
  readonly channel?: string;
}

/** Hours that a message is kept: as long, its key is known. */
export const OUTBOX_HOURS = 1;

const insertMessage = statement<{ id: string; message: Buffer; isNotice: boolean; deliver: boolean }, never>({
  name: 'insert-outbox-message',
  text: `
    INSERT INTO outbox (id, message, is_notice) SELECT :id, :message, :isNotice WHERE :deliver::boolean
    ON CONFLICT (id) DO NOTHING`,
});

const lastMessages = statement<{ isNotice: boolean }, { at: Date; message: Buffer }>({
  name: 'last-outbox-messages',
  text: 'SELECT at, message FROM outbox WHERE is_notice = :isNotice ORDER BY at DESC, id DESC LIMIT 30',
});

const forgetOld = statement<object, never>({
  name: 'forget-outbox',
  text: `DELETE FROM outbox WHERE at < now() - interval '${OUTBOX_HOURS} hours'`,
});

interface Kept {
  /** The same key again is the same message. */
  readonly key: string;
  readonly isNotice: boolean;
  /** False: takes as long, and keeps nothing. */
  readonly deliver: boolean;
}

/** "Sends" a message: it is written down for the page /outbox, and goes to nobody's phone. */
export const keepInOutbox = async (
  db: Database,
  dataKey: Buffer,
  message: OutboxMessage,
  { key, isNotice, deliver }: Kept,
): Promise<void> => {
  const sealed = seal(dataKey, 'outbox', JSON.stringify(message));
  await insertMessage(db, { id: key, message: sealed, isNotice, deliver });
};

export async function readOutbox(
  db: Database,
  dataKey: Buffer,
  isNotice: boolean,
): Promise<(OutboxMessage & { readonly at: Date })[]> {
  const rows = await lastMessages(db, { isNotice });
  return rows.map(({ at, message }) => ({
    at,
    ...(JSON.parse(unseal(dataKey, 'outbox', message)) as OutboxMessage),
  }));
}

export const forgetOutbox = (db: Database): Promise<unknown> => forgetOld(db, {});
