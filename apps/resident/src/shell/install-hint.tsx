import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Note } from './pieces';
import { installOffer } from './install-offer';
import { useSignal } from './signal';
import { useWords } from './words';

const isInstalled = (): boolean =>
  'matchMedia' in window && window.matchMedia('(display-mode: standalone)').matches;
const isApple = (): boolean => /iPhone|iPad/.test(navigator.userAgent);

/** How to have this on the home screen; nothing where it is there already or cannot be. */
export function InstallHint(): ReactElement | null {
  const { t } = useWords();
  const prompt = useSignal(installOffer);
  if (isInstalled() || (!prompt && !isApple())) return null;
  return (
    <div className="sec">
      <Note tone="info" icon="plus" title={t('resident.install.title')}>
        {prompt ? t('resident.install.lead') : t('resident.install.apple')}
      </Note>
      {prompt && (
        <button className="btn btn--ghost" type="button" onClick={() => void prompt.prompt()}>
          <Icon name="house" />
          {t('resident.install.do')}
        </button>
      )}
    </div>
  );
}
