import { createContext, use, useSyncExternalStore } from 'react';

/** Whether the session ended by itself while someone was at work. */
export class Leaving {
  #expired = false;
  readonly #listeners = new Set<() => void>();
  readonly restartLive: () => void;

  constructor(restartLive: () => void) {
    this.restartLive = restartLive;
  }

  readonly expired = (): boolean => this.#expired;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  readonly expire = (): void => this.#become(true);
  readonly entered = (): void => this.#become(false);

  #become(expired: boolean): void {
    if (this.#expired === expired) return;
    this.#expired = expired;
    this.#listeners.forEach((tell) => tell());
  }
}

export const LeaveContext = createContext<Leaving | undefined>(undefined);

const NOBODY = new Leaving(() => undefined);
export const useLeaving = (): Leaving => use(LeaveContext) ?? NOBODY;

export function useExpired(): boolean {
  const { subscribe, expired } = useLeaving();
  return useSyncExternalStore(subscribe, expired);
}
