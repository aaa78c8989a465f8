import { type ReactElement, useState } from 'react';
import { Button } from './button';
import { Dialog } from './overlays';
import { useWords } from './words';

interface Unsaved {
  /** Instead of closing: asks first when something would be lost. */
  readonly close: () => void;
  readonly asking: ReactElement;
}

/** What has been written is not lost by a key or a click beside the form. */
export function useUnsaved(changed: boolean, onClose: () => void): Unsaved {
  const { t } = useWords();
  const [asks, setAsks] = useState(false);
  const stay = () => setAsks(false);
  const asking = (
    <Dialog
      open={asks}
      icon="triangle-alert"
      title={t('console.unsaved.title')}
      onClose={stay}
      footer={
        <>
          <Button
            kind="bad"
            onClick={() => {
              stay();
              onClose();
            }}
          >
            {t('console.unsaved.discard')}
          </Button>
          <Button kind="primary" onClick={stay} autoFocus>
            {t('console.unsaved.stay')}
          </Button>
        </>
      }
    >
      <p>{t('console.unsaved.text')}</p>
    </Dialog>
  );
  return { close: () => (changed ? setAsks(true) : onClose()), asking };
}
