import { ApolloLink } from '@apollo/client';
import type { Locale } from '@linli/i18n';
import { type Client, createClient } from 'graphql-ws';
import type { FaceName } from '../face.js';
import { backoffMs, pause } from './backoff.js';
import { LiveStatusStore } from './live-status.js';
import { resuming } from './resuming.js';

interface LiveOptions {
  readonly face: FaceName;
  readonly locale: Locale | (() => Locale);
  /** Default: `/graphql` of this page's host. */
  readonly url?: string;
  /** For tests. */
  readonly webSocketImpl?: unknown;
  readonly keepAliveMs?: number;
  readonly wait?: (retries: number) => Promise<void>;
}

export interface LiveLink {
  readonly link: ApolloLink;
  readonly status: LiveStatusStore;
  /** Connects anew: after signing in or out, or when the language has changed. */
  restart(): void;
  close(): void;
}

const PONG_MS = 5000;
const ACKNOWLEDGE_MS = 10_000;

const hereUrl = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

/** One socket for all subscriptions of a face, opened when the first is wanted, and never given up. */
export function createLiveLink(options: LiveOptions): LiveLink {
  const { face, url, webSocketImpl, keepAliveMs = 15_000 } = options;
  const wait = options.wait ?? ((retries: number) => pause(backoffMs(retries)));
  const locale = typeof options.locale === 'function' ? options.locale : () => options.locale as Locale;
  const status = new LiveStatusStore();
  let pong: ReturnType<typeof setTimeout> | undefined;

  const client: Client = createClient({
    url: () => `${url ?? hereUrl()}?face=${face.toUpperCase()}&locale=${locale()}`,
    webSocketImpl,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: wait,
    keepAlive: keepAliveMs,
    connectionAckWaitTimeout: ACKNOWLEDGE_MS,
    on: {
      connected: () => status.connected(),
      closed: () => {
        clearTimeout(pong);
        status.lost();
      },
      // A half-open socket swallows the ping: without an answer it is gone.
      ping: (received) => {
        if (!received) pong = setTimeout(() => client.terminate(), Math.min(PONG_MS, keepAliveMs));
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
    },
  });
  return {
    link: new ApolloLink((operation) => resuming(client, operation, wait)),
    status,
    restart: () => client.terminate(),
    close: () => void client.dispose(),
  };
}
