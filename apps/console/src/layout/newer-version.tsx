import { type ReactElement, useSyncExternalStore } from 'react';
import { Button } from '../kit/button';
import { useWords } from '../kit/words';

let take: (() => void) | undefined;
const listeners = new Set<() => void>();

/** A newer console has been fetched; calling this takes it. Nothing changes under whoever is filling in a form. */
export function offerNewer(how: () => void): void {
  take = how;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export function NewerVersion(): ReactElement | null {
  const { t } = useWords();
  const how = useSyncExternalStore(subscribe, () => take);
  if (!how) return null;
  return (
    <span className="row" role="status">
      {t('console.newer.there')}
      <Button small icon="refresh-cw" onClick={how}>
        {t('console.newer.take')}
      </Button>
    </span>
  );
}
