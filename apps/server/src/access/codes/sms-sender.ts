import { type Database, newUuid, statement } from '../../platform/database/index.js';
import type { Environment } from '../../platform/environment.js';
import { seal } from '../secrets/index.js';

export interface SmsMessage {
  /** Digits of a mobile number. */
  readonly phone: string;
  readonly text: string;
}

/** 短信 Whoever carries messages. To send is to write it down, here or in a queue: the answer does not wait for a network. */
export interface SmsSender {
  /** `deliver` false: take as long as for a message, and send none. The answer must not tell who is known. */
  send(db: Database, message: SmsMessage, deliver: boolean): Promise<void>;
}

const insertMessage = statement<{ id: string; message: Buffer; deliver: boolean }, never>({
  name: 'insert-outbox-message',
  text: 'INSERT INTO outbox (id, message) SELECT :id, :message WHERE :deliver::boolean',
});

/** The sender of the demonstration: messages go to the page /outbox, and to nobody's phone. */
const outbox = (dataKey: Buffer): SmsSender => ({
  send: async (db, message, deliver) => {
    const sealed = seal(dataKey, 'outbox', JSON.stringify(message));
    await insertMessage(db, { id: newUuid(), message: sealed, deliver });
  },
});

/** Until a district connects its own, nothing is sent, kept or logged. */
const nobody: SmsSender = { send: () => Promise.resolve() };

export const senderOf = ({ DEMONSTRATION, dataKey }: Environment): SmsSender =>
  DEMONSTRATION ? outbox(dataKey) : nobody;
