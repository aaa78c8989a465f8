import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { signal, useSignal } from './signal';
import { useWords } from './words';

/** Set when a newer version of the app has been fetched; calling it takes the new one. */
export const newerVersion = signal<(() => void) | null>(null);

export function Update(): ReactElement | null {
  const { t } = useWords();
  const take = useSignal(newerVersion);
  if (!take) return null;
  return (
    <div className="update" role="status">
      <span>{t('resident.newerVersion')}</span>
      <button className="tool" type="button" onClick={take}>
        <Icon name="rotate-ccw" />
        {t('resident.takeNewer')}
      </button>
    </div>
  );
}
