// What this phone remembers between visits. Some browsers forbid storage: then nothing is remembered.

/** Outlives signing out: how the app looks. */
export type LookKey = 'linli.elder' | 'linli.centre';
/** Belongs to the person who is signed in, and goes when they sign out. */
export type OwnKey = 'linli.resident' | 'linli.for' | 'linli.last-wish';

export function stored(key: LookKey | OwnKey): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key: LookKey | OwnKey, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // no storage: it holds until the page is left
  }
}

const OWN: readonly OwnKey[] = ['linli.resident', 'linli.for', 'linli.last-wish'];
export const forgetOwn = (): void => OWN.forEach((key) => store(key, null));
