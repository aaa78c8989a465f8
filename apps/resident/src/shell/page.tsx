import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { usePath } from './router';
import { type BackTo, Header } from './header';
import { arriveAt } from './steps';
import { type Tab, Tabs } from './tabs';
import { useWords } from './words';

interface PageProps {
  /** What the window and the history of the browser call this page. */
  readonly title: string;
  readonly back?: BackTo | undefined;
  /** Which tab is lit; no bar at the bottom when absent. */
  readonly tab?: Tab | undefined;
  readonly busy?: boolean | undefined;
  readonly children: ReactNode;
}

export function Page({ title, back, tab, busy, children }: PageProps): ReactElement {
  const { t } = useWords();
  const pathname = usePath();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('common.productName')}`;
  }, [title, t]);
  useEffect(() => {
    // The first page keeps the browser's own focus; from the second on it goes to the heading.
    if (!arriveAt(pathname).moved) return;
    window.scrollTo(0, 0);
    (main.current?.querySelector<HTMLElement>('h1') ?? main.current)?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="app">
      <Header back={back} />
      <main className="page" id="main" ref={main} tabIndex={-1} aria-busy={busy ?? false}>
        {children}
      </main>
      {tab && <Tabs current={tab} />}
    </div>
  );
}

export const Heading = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <h1 className="h1" tabIndex={-1}>
    {children}
  </h1>
);
