import { type Database, newUuid } from '../../platform/database/index.js';
import type { Environment } from '../../platform/environment.js';
import { keepInOutbox } from './outbox.js';

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

/** The sender of the demonstration: messages go to the page /outbox, and to nobody's phone. */
const outbox = (dataKey: Buffer): SmsSender => ({
  send: (db, message, deliver) =>
    keepInOutbox(db, dataKey, message, { key: newUuid(), isNotice: false, deliver }),
});

/** Until a district connects its own, nothing is sent, kept or logged. */
const nobody: SmsSender = { send: () => Promise.resolve() };

export const senderOf = ({ DEMONSTRATION, dataKey }: Environment): SmsSender =>
  DEMONSTRATION ? outbox(dataKey) : nobody;
