const LONGEST_MS = 60_000;
const LOOK_MS = 5000;

interface Parts {
  readonly now: () => number;
  readonly isHidden: () => boolean;
  readonly reload: () => void;
}

/** A wall paints at least its clock every second. One that has not painted for a minute is opened anew. */
export function startWatchdog({ now, isHidden, reload }: Parts) {
  let paintedAt = now();
  const timer = setInterval(() => {
    // A hidden page is not painted, and nobody misses it.
    if (isHidden()) paintedAt = now();
    else if (now() - paintedAt > LONGEST_MS) reload();
  }, LOOK_MS);
  return {
    painted: (): void => void (paintedAt = now()),
    stop: (): void => clearInterval(timer),
  };
}
