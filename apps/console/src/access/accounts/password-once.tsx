import { type ReactElement, useState } from 'react';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';

interface PasswordOnceProps {
  readonly account: string;
  readonly password: string;
  readonly onClose: () => void;
}

// On plain HTTP there is no clipboard: then one copies by hand.
const copyText = (text: string): Promise<void> =>
  (navigator as { readonly clipboard?: Clipboard }).clipboard?.writeText(text) ??
  Promise.reject(new Error('no clipboard'));

/** Shown once: it is stored nowhere in the clear. */
export function PasswordOnce({ account, password, onClose }: PasswordOnceProps): ReactElement {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void copyText(password).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog
      open
      title={t('console.accounts.passwordOf', { account })}
      onClose={onClose}
      footer={
        <>
          <Button icon={copied ? 'check' : 'copy'} onClick={copy}>
            {t(copied ? 'console.accounts.copied' : 'console.accounts.copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('console.accounts.noted')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secret">{password}</p>
        <p className="note">{t('console.accounts.once')}</p>
      </div>
    </Dialog>
  );
}
