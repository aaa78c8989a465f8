import type { BoundedContext } from '../../platform/bounded-context.js';
import { Outbox1763800002500 } from './outbox.migration.js';

export { startCourier } from './courier.js';
export { queueNotice, queueNotices } from './queue-notice.js';
export { type NoticeSender } from './sender.js';
export { sendersOf, tellOfChannels } from './senders.js';

/** 通知 What people are told, and how it reaches them. */
export const outbox: BoundedContext = {
  entities: [],
  migrations: [Outbox1763800002500],
  resolvers: [],
};
