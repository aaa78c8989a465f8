/** `connecting` before the first connection; `interrupted` after one was lost, and until it is back. */
export type LiveStatus = 'connecting' | 'live' | 'interrupted';

/** What is known of the connection. `connections` counts them: it grows each time the link comes back. */
export interface LiveState {
  readonly status: LiveStatus;
  readonly since: number;
  readonly connections: number;
}

export class LiveStatusStore {
  #state: LiveState = { status: 'connecting', since: Date.now(), connections: 0 };
  readonly #listeners = new Set<() => void>();

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  connected(): void {
    this.#become({ status: 'live', since: Date.now(), connections: this.#state.connections + 1 });
  }

  lost(): void {
    if (this.#state.status === 'live')
      this.#become({ ...this.#state, status: 'interrupted', since: Date.now() });
  }

  #become(state: LiveState): void {
    this.#state = state;
    this.#listeners.forEach((tell) => tell());
  }
}
