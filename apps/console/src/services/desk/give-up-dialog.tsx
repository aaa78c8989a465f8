import type { ReactElement } from 'react';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';

interface GiveUpDialogProps {
  readonly name: string;
  readonly onGoOn: () => void;
  readonly onLeave: () => void;
}

/** Esc asks: a key that is hit by chance costs nothing. */
export function GiveUpDialog({ name, onGoOn, onLeave }: GiveUpDialogProps): ReactElement {
  const { t } = useWords();
  return (
    <Dialog
      open
      title={t('console.quick.giveUpTitle')}
      onClose={onGoOn}
      footer={
        <>
          <Button onClick={onLeave}>{t('console.quick.giveUp')}</Button>
          <Button kind="primary" onClick={onGoOn} autoFocus>
            {t('console.quick.goOn')}
          </Button>
        </>
      }
    >
      <p>{t('console.quick.giveUpText', { name })}</p>
    </Dialog>
  );
}
