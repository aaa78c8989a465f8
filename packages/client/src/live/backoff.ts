const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/** Doubles from half a second to ten, less up to half by chance, so that a thousand walls do not knock at once. */
export const backoffMs = (retries: number, chance: () => number = Math.random): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retries, 10)) * (0.5 + chance() / 2));

/** Waits, but no longer than until the browser says that the network is back. */
export const pause = (ms: number, network: EventTarget = globalThis): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      network.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    network.addEventListener('online', go);
  });
