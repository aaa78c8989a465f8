import { useNow } from '@linli/client';
import { Seal } from '@linli/ui';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from './words';

interface HeadProps {
  readonly name: string;
  readonly about?: string | undefined;
}

export function Head({ name, about }: HeadProps): ReactElement {
  const now = useNow();
  const { format } = useWords();
  return (
    <header className="head">
      <Seal />
      <p className="head__name">
        {name}
        {about !== undefined && <span>{about}</span>}
      </p>
      <p className="head__time">
        {format.day(now)}
        <b>{format.time(now)}</b>
      </p>
    </header>
  );
}

interface FootProps {
  readonly pages: number;
  readonly index: number;
  readonly progress: number;
  readonly next: string | undefined;
  readonly children: ReactNode;
}

/** How far the page has run, what comes next, and how fresh it is. */
export function Foot({ pages, index, progress, next, children }: FootProps): ReactElement {
  const { t } = useWords();
  return (
    <footer className="foot">
      <span className="foot__turns" aria-hidden="true">
        {Array.from({ length: pages }, (_, i) => (
          <i key={i}>
            <b style={{ transform: `scaleX(${String(i < index ? 1 : i === index ? progress : 0)})` }} />
          </i>
        ))}
      </span>
      {next !== undefined && <span>{t('screen.next', { page: next })}</span>}
      <p>{children}</p>
    </footer>
  );
}
