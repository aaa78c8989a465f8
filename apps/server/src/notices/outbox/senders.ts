import { NoticeChannel } from '@linli/domain/notices';
import { keepInOutbox, OUTBOX_HOURS } from '../../access/codes/index.js';
import type { Database } from '../../platform/database/index.js';
import type { Environment } from '../../platform/environment.js';
import { gatewaySender } from './gateway-sender.js';
import type { NoticeSender } from './sender.js';

/** Some minutes less than the page keeps them. */
const OUTBOX_KNOWS_KEYS_FOR = OUTBOX_HOURS * 3600 - 600;

/** The demonstration's: to the page /outbox, and to nobody's phone. */
export const outboxSender = (db: Database, dataKey: Buffer, channel: NoticeChannel): NoticeSender => ({
  channel,
  knowsKeysFor: OUTBOX_KNOWS_KEYS_FOR,
  send: async ({ key, to, text }) => {
    await keepInOutbox(db, dataKey, { phone: to, text, channel }, { key, isNotice: true, deliver: true });
    return 'SENT';
  },
});

/** Whoever carries notices here: in a demonstration the page, otherwise what is connected, which may be nobody. */
export function sendersOf(db: Database, environment: Environment): NoticeSender[] {
  const { DEMONSTRATION, dataKey, SMS_GATEWAY, WECHAT_GATEWAY, GATEWAY_SECRET, GATEWAY_KEYS } = environment;
  if (DEMONSTRATION) return [outboxSender(db, dataKey, 'SMS'), outboxSender(db, dataKey, 'WECHAT')];
  const gateways = [
    ['SMS', SMS_GATEWAY],
    ['WECHAT', WECHAT_GATEWAY],
  ] as const;
  return gateways.flatMap(([channel, url]) =>
    url === undefined
      ? []
      : [gatewaySender({ channel, url, secret: GATEWAY_SECRET ?? '', keys: GATEWAY_KEYS })],
  );
}

/** Says at the start which messages will leave the house, and which will not. */
export function tellOfChannels(senders: readonly NoticeSender[], log: (line: string) => void): void {
  for (const channel of Object.values(NoticeChannel)) {
    if (senders.some((sender) => sender.channel === channel)) continue;
    log(`notices: no ${channel} carrier is connected (${channel}_GATEWAY): notices stay in the inbox`);
  }
}
