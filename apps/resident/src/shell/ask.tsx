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
    // Very old browsers have no dialogs: the question then stands in the page.
    if (dialog?.showModal) dialog.showModal();
    else dialog?.setAttribute('open', '');
    return () => dialog?.close?.();
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
