import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';

interface PopMenuProps {
  readonly label: string;
  readonly up?: boolean;
  /** Under the button's right end: for one at the edge of its page. */
  readonly end?: boolean;
  readonly buttonClass: string;
  readonly button: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the menu it opens: arrows move, Escape closes and gives the focus back. */
export function PopMenu({ label, up, end, buttonClass, button, children }: PopMenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('.menu button, .menu a') ?? [])];
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const first = box.current?.querySelector<HTMLElement>('.menu [aria-checked="true"]') ?? items()[0];
    first?.focus();
    const away = (event: MouseEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('mousedown', away);
    return () => document.removeEventListener('mousedown', away);
  }, [open]);
  const move = (step: number) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={box}
      className="menu__w"
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'ArrowDown') move(1);
        else if (event.key === 'ArrowUp') move(-1);
        else if (event.key === 'Tab') {
          setOpen(false);
          return;
        } else return;
        event.preventDefault();
      }}
    >
      <button
        type="button"
        className={buttonClass}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div
          className={`menu ${up ? 'menu--up' : 'menu--down'}${end ? ' menu--end' : ''}`}
          role="menu"
          aria-label={label}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
