import { useEffect, useRef } from 'react';

/** An act that returns false left the key to the page. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type)));

const dialogIsOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

const nameOf = (event: KeyboardEvent): string =>
  `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;

/** Keys of a page. Letters stay letters while someone writes, and a dialog keeps its keys to itself. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || dialogIsOpen()) return;
      const name = nameOf(event);
      const act = latest.current[name];
      const always = name.startsWith('ctrl+') || /^F\d/.test(name);
      if (!act || (!always && isTyping(event.target))) return;
      if (act(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
