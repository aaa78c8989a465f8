import type { ReactElement, ReactNode, SyntheticEvent } from 'react';
import { Button } from './button';
import { Drawer } from './overlays';
import { Problem } from './problem';
import { useUnsaved } from './unsaved';
import { useWords } from './words';

interface FormDrawerProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly wide?: boolean;
  /** The word on the button that sends it. */
  readonly word: string;
  readonly kind?: 'primary' | 'danger';
  readonly busy: boolean;
  readonly message: string | undefined;
  /** The word on the button that leaves everything as it is, where "cancel" could be taken for the act. */
  readonly keep?: string;
  /** Instead of that button. */
  readonly beside?: ReactNode;
  /** Whether something would be lost by closing: then that is asked first. */
  readonly changed: boolean;
  readonly onSend: () => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the list: what to fill in, why it was not taken, and the one button that sends it. */
export function FormDrawer(props: FormDrawerProps): ReactElement {
  const { id, title, open = true, wide = false, word, kind = 'primary', busy, message, onSend } = props;
  const { t } = useWords();
  const { close, asking } = useUnsaved(props.changed, props.onClose);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // The drawer may stand in another form, which would be sent too.
    event.stopPropagation();
    onSend();
  };
  return (
    <Drawer
      open={open}
      wide={wide}
      title={title}
      onClose={close}
      footer={
        <div className="acts">
          {props.beside ?? <Button onClick={close}>{props.keep ?? t('common.cancel')}</Button>}
          <Button kind={kind} type="submit" form={id} busy={busy}>
            {word}
          </Button>
        </div>
      }
    >
      <form id={id} className="stack" noValidate onSubmit={submit}>
        {props.children}
        <Problem message={message} />
      </form>
      {asking}
    </Drawer>
  );
}
