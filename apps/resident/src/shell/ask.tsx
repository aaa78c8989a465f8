import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

interface AskProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over the page: the browser's own dialog keeps the focus, Esc closes it. */
export function Ask({ title, onClose, children }: AskProps): ReactElement {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open) return;
    // Where a browser has no dialogs, the question stands in the page.
    if ('showModal' in dialog) dialog.showModal();
    else (dialog as HTMLElement).setAttribute('open', '');
  }, []);
  return (
    <dialog className="ask" ref={box} aria-labelledby={id} onClose={onClose} onCancel={onClose}>
      <div className="ask__in">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
