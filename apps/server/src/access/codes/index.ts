import type { BoundedContext } from '../../platform/bounded-context.js';
import { Codes1763800000400 } from './codes.migration.js';

export { outboxPage } from './outbox.page.js';
export { refusalToSignInCode, sendSignInCode } from './sign-in-code.js';
export { type SmsMessage, type SmsSender } from './sms-sender.js';

/** One-time codes by message. Whose phone it is, people know: the operations are theirs. */
export const codes: BoundedContext = { entities: [], migrations: [Codes1763800000400], resolvers: [] };
