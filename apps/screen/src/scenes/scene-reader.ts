import { problemOf, serverNow } from '@linli/client';
import type { SceneQuery } from '../gql/graphql';
import type { SceneStore } from './kept-scene';

/** `empty` before anything was read; `unpaired` when the server does not know this wall; `gone` when its place is. */
export type ReaderState =
  | { readonly status: 'empty' | 'unpaired' | 'gone' }
  | { readonly status: 'shown'; readonly data: SceneQuery; readonly answeredAt: number };

interface Parts {
  readonly read: (signal: AbortSignal) => Promise<SceneQuery>;
  readonly store: SceneStore;
  readonly onTrouble?: (error: unknown) => void;
}

const CALM_MS = 60_000;
const ANXIOUS_MS = 5000;
const PATIENCE_MS = 8000;

/** Reads the scene: when told to, every minute in any case, and every five seconds while something is wrong. */
export class SceneReader {
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  #state: ReaderState = { status: 'empty' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #answered = 0;
  #isAnxious = false;
  #isInterrupted = false;
  #isStopped = true;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly state = (): ReaderState => this.#state;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  start(): void {
    this.#isStopped = false;
    const kept = this.#parts.store.read();
    if (kept) this.#become({ status: 'shown', ...kept });
    void this.read();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** The live connection went or came back: without it the page is asked for more often. */
  readonly noteInterrupted = (isInterrupted: boolean): void => {
    if (isInterrupted === this.#isInterrupted) return;
    this.#isInterrupted = isInterrupted;
    void this.read();
  };

  /** Never waits for an earlier reading: that one may have been asked before the news came. */
  readonly read = async (): Promise<void> => {
    const turn = ++this.#asked;
    const abort = new AbortController();
    const impatient = setTimeout(() => abort.abort(), PATIENCE_MS);
    this.#readLater();
    try {
      const data = await this.#parts.read(abort.signal);
      this.#answer(turn, { status: 'shown', data, answeredAt: serverNow().getTime() });
      this.#isAnxious = false;
    } catch (error) {
      this.#fail(turn, error);
    } finally {
      clearTimeout(impatient);
      if (turn === this.#asked) this.#readLater();
    }
  };

  #readLater(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#state.status === 'unpaired') return;
    const anxious = this.#isAnxious || this.#isInterrupted || this.#state.status !== 'shown';
    this.#timer = setTimeout(() => void this.read(), anxious ? ANXIOUS_MS : CALM_MS);
  }

  #fail(turn: number, error: unknown): void {
    const { code } = problemOf(error, () => '');
    if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
      this.#parts.store.clear();
      this.#answer(turn, { status: 'unpaired' });
    } else if (code === 'NOT_FOUND') {
      this.#answer(turn, { status: 'gone' });
    } else {
      if (code !== 'NETWORK') this.#parts.onTrouble?.(error);
      this.#isAnxious = true;
    }
  }

  // Two readings may overtake each other: the later asked is the truer.
  #answer(turn: number, state: ReaderState): void {
    if (this.#isStopped || turn < this.#answered) return;
    this.#answered = turn;
    if (state.status === 'shown') this.#parts.store.write(state);
    this.#become(state);
  }

  #become(state: ReaderState): void {
    this.#state = state;
    this.#listeners.forEach((tell) => tell());
  }
}
