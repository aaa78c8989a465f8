import type { BoundedContext } from '../../platform/bounded-context.js';
import { ChannelsResolver } from './channels.resolver.js';
import { CareNotices1763800002570 } from './care-notices.migration.js';
import { DecisionNotices1763800002550 } from './decision-notices.migration.js';
import { forgetNotices } from './forget-notices.js';
import { InboxOrder1763800002510 } from './inbox-order.migration.js';
import { InboxResolver } from './inbox.resolver.js';
import { MeetingNotices1763800002560 } from './meeting-notices.migration.js';
import { Outbox1763800002500 } from './outbox.migration.js';
import { RunNotices1763800002520 } from './run-notices.migration.js';
import { SeriesNotices1763800002540 } from './series-notices.migration.js';

export { translatorFor } from './notice-words.js';
export { startCourier } from './courier.js';
export { hasChannel } from './reachable.js';
export { queueNotice, queueNotices } from './queue-notice.js';
export { type NoticeSender } from './sender.js';
export { sendersOf, tellOfChannels } from './senders.js';

/** 通知 What people are told, and how it reaches them. */
export const outbox: BoundedContext = {
  entities: [],
  migrations: [
    Outbox1763800002500,
    InboxOrder1763800002510,
    RunNotices1763800002520,
    SeriesNotices1763800002540,
    DecisionNotices1763800002550,
    MeetingNotices1763800002560,
    CareNotices1763800002570,
  ],
  resolvers: [InboxResolver, ChannelsResolver],
  jobs: { 'notices:forget': (db) => forgetNotices(db) },
  // 03:20 in China.
  schedule: ['20 19 * * * notices:forget ?fill=1d'],
};
