import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveState, LiveStatusStore } from './live-status.js';

/** `<LiveContext value={live.status}>` around the face. */
export const LiveContext = createContext<LiveStatusStore | undefined>(undefined);

function useStatusStore(): LiveStatusStore {
  const store = use(LiveContext);
  if (!store) throw new Error('There is no LiveContext around this component.');
  return store;
}

export function useLiveStatus(): LiveState {
  const { subscribe, state } = useStatusStore();
  return useSyncExternalStore(subscribe, state);
}

interface LiveHandlers {
  /** The server said no (signed out, out of reach), or ended it (a screen was revoked). */
  readonly onEnd?: (error?: unknown) => void;
  /** News within this time come together; 300 ms. */
  readonly quietMs?: number;
  /** Nothing is subscribed while true. */
  readonly skip?: boolean;
}

/**
 * Follows a subscription. `onNews` gets what came, a few at once when they come fast; after a cut it is called with an
 * empty list as soon as the connection is back: read again what you show.
 */
export function useLive<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onNews: (news: readonly Data[]) => void,
  { onEnd, quietMs = 300, skip = false }: LiveHandlers = {},
): void {
  const client = useApolloClient();
  const store = useStatusStore();
  const handlers = useRef({ onNews, onEnd });
  useEffect(() => {
    handlers.current = { onNews, onEnd };
  });
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (skip) return;
    const gather = gathering<Data>(quietMs, (news) => handlers.current.onNews(news));
    const forget = onReturn(store, () => gather.soon());
    const subscription = client
      .subscribe({ query: document, variables: JSON.parse(key) as Variables })
      .subscribe({
        next: ({ data, error }) => {
          if (error) handlers.current.onEnd?.(error);
          else if (data) gather.add(data);
        },
        error: (error: unknown) => handlers.current.onEnd?.(error),
        complete: () => handlers.current.onEnd?.(),
      });
    return () => {
      forget();
      gather.stop();
      subscription.unsubscribe();
    };
  }, [client, store, document, key, quietMs, skip]);
}

/** Calls back each time the connection returns after a cut. */
function onReturn(store: LiveStatusStore, act: () => void): () => void {
  let { connections } = store.state();
  return store.subscribe(() => {
    const now = store.state();
    if (now.status === 'live' && now.connections > connections && connections > 0) act();
    connections = now.connections;
  });
}

/** The first at once, the rest together after a quiet time: a rush of news is one reading. */
function gathering<Item>(quietMs: number, tell: (items: readonly Item[]) => void) {
  let items: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  const flush = () => {
    timer = undefined;
    if (!due) return;
    const told = items;
    items = [];
    due = false;
    timer = setTimeout(flush, quietMs);
    tell(told);
  };
  const soon = () => {
    due = true;
    if (!timer) flush();
  };
  return {
    soon,
    add: (item: Item) => {
      items.push(item);
      soon();
    },
    stop: () => clearTimeout(timer),
  };
}
