import type { DeskIconName } from '@linli/ui/desk';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './overlays';
import { Problem } from './problem';
import { useWords } from './words';

interface AskProps {
  readonly title: ReactNode;
  readonly icon?: DeskIconName;
  readonly wide?: boolean;
  /** The word on the button that does it. */
  readonly word: string;
  readonly keep?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly busy: boolean;
  readonly message?: string | undefined;
  readonly onGo: () => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Says what will happen, and asks before it does. */
export function Ask(props: AskProps): ReactElement {
  const { t } = useWords();
  const {
    title,
    icon = props.danger ? 'triangle-alert' : undefined,
    word,
    keep,
    danger,
    busy,
    onGo,
    onClose,
  } = props;
  return (
    <Dialog
      open
      title={title}
      wide={props.wide ?? false}
      onClose={onClose}
      {...(icon ? { icon } : {})}
      footer={
        <>
          <Button onClick={onClose}>{keep ?? t('common.cancel')}</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={props.disabled ?? false}
            onClick={() => onGo()}
          >
            {word}
          </Button>
        </>
      }
    >
      <div className="stack">
        {props.children}
        <Problem message={props.message} />
      </div>
    </Dialog>
  );
}
