import type { NoticeChannel, Outcome } from '@linli/domain/notices';
import type { Message, NoticeSender } from './sender.js';

interface Gateway {
  readonly channel: NoticeChannel;
  readonly url: string;
  readonly secret: string;
  /** It promises to send the same Idempotency-Key once within a day. */
  readonly keys: boolean;
}

const KNOWS_KEYS_FOR = 23 * 3600;

// Nothing was listening: nothing was taken.
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * The district's own gateway: POST of { channel, to, text } with `Authorization: Bearer` and `Idempotency-Key`. 2xx: it
 * took the message. 429 or 503: not now. Another 4xx: never. Anything else leaves open whether it did.
 */
export const gatewaySender = ({ channel, url, secret, keys }: Gateway): NoticeSender => ({
  channel,
  knowsKeysFor: keys ? KNOWS_KEYS_FOR : 0,
  send: async ({ key, to, text }: Message, signal) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${secret}`,
          'idempotency-key': key,
        },
        body: JSON.stringify({ channel, to, text }),
        signal,
      });
      await response.body?.cancel();
      return outcomeOf(response.status);
    } catch (error) {
      return NEVER_REACHED.includes(codeOf(error)) ? 'NOT_SENT' : 'UNKNOWN';
    }
  },
});

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'SENT';
  if (status === 429 || status === 503) return 'NOT_SENT';
  return status >= 400 && status < 500 && status !== 408 ? 'REFUSED' : 'UNKNOWN';
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? '';
}
