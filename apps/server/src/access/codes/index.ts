import type { BoundedContext } from '../../platform/bounded-context.js';
import { Codes1763800000400 } from './codes.migration.js';
import { forgetOutbox } from './outbox.js';
import { OutboxNotices1763800000410 } from './outbox-notices.migration.js';

export { keepInOutbox, OUTBOX_HOURS, type OutboxMessage, readOutbox } from './outbox.js';
export { outboxPage } from './outbox.page.js';
export { refusalToCareCode, refusalToSignInCode, sendCareCode, sendSignInCode } from './sign-in-code.js';
export { type SmsMessage, type SmsSender } from './sms-sender.js';

/** One-time codes by message. Whose phone it is, people know: the operations are theirs. */
export const codes: BoundedContext = {
  entities: [],
  migrations: [Codes1763800000400, OutboxNotices1763800000410],
  resolvers: [],
  jobs: { 'codes:forget-outbox': (db) => forgetOutbox(db) },
  schedule: ['*/10 * * * * codes:forget-outbox'],
};
