import { serverNow } from '@linli/client';
import type { ClaimScreenMutation, PairingStatusQuery, StartPairingMutation } from '../gql/graphql';

interface Code {
  readonly code: string;
  readonly expiresAt: number;
  readonly lastsMs: number;
}

/** What the pairing page shows: a code once there is one, and what stands in the way. */
export interface PairingView {
  readonly code: Code | undefined;
  readonly trouble: 'offline' | 'tooMany' | undefined;
}

export interface PairingServer {
  start(): Promise<StartPairingMutation['startPairing']>;
  status(secret: string): Promise<PairingStatusQuery['pairingStatus']['state']>;
  claim(secret: string): Promise<ClaimScreenMutation['claimScreen']>;
}

const ASK_MS = 2000;
const SLOWEST_MS = 15_000;
const WAIT_MS = 30_000;

/** Shows a code, asks whether it was entered, claims the screen; a code that ran out is replaced by a new one. */
export class PairingFlow {
  readonly #server: PairingServer;
  readonly #onPaired: () => void;
  readonly #listeners = new Set<() => void>();
  #view: PairingView = { code: undefined, trouble: undefined };
  #secret: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isOver = false;

  constructor(server: PairingServer, onPaired: () => void) {
    this.#server = server;
    this.#onPaired = onPaired;
  }

  readonly view = (): PairingView => this.#view;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  readonly start = (): void => {
    this.#isOver = false;
    this.#soon(0);
  };

  readonly stop = (): void => {
    this.#isOver = true;
    clearTimeout(this.#timer);
  };

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#step(), ms);
  }

  async #step(): Promise<void> {
    try {
      const wait = await (this.#hasCode() ? this.#ask() : this.#begin());
      this.#failures = 0;
      this.#soon(wait);
    } catch {
      this.#show({ ...this.#view, trouble: 'offline' });
      this.#soon(Math.min(SLOWEST_MS, ASK_MS * 2 ** this.#failures++));
    }
  }

  #hasCode(): boolean {
    const { code } = this.#view;
    return this.#secret !== undefined && code !== undefined && code.expiresAt > serverNow().getTime();
  }

  async #begin(): Promise<number> {
    this.#secret = undefined;
    const answer = await this.#server.start();
    if (answer.__typename === 'Refused') {
      this.#show({ code: undefined, trouble: 'tooMany' });
      return WAIT_MS;
    }
    const expiresAt = Date.parse(answer.expiresAt);
    this.#secret = answer.secret;
    const lastsMs = Math.max(1, expiresAt - serverNow().getTime());
    this.#show({ code: { code: answer.code, expiresAt, lastsMs }, trouble: undefined });
    return ASK_MS;
  }

  async #ask(): Promise<number> {
    const secret = this.#secret ?? '';
    const state = await this.#server.status(secret);
    if (this.#view.trouble) this.#show({ ...this.#view, trouble: undefined });
    if (state === 'WAITING') return ASK_MS;
    this.#secret = undefined;
    if (state === 'PAIRED') {
      // The answer may be lost after the server has given it: then the scene itself says whether we are in.
      await this.#server.claim(secret).catch(() => undefined);
      this.#onPaired();
      return ASK_MS;
    }
    return 0;
  }

  #show(view: PairingView): void {
    this.#view = view;
    this.#listeners.forEach((tell) => tell());
  }
}
