import { type ReactElement, useEffect, useState } from 'react';
import type { Follow, NewsProps } from './follow';

const load = () => import('./follow');

/** Fetched while the first answer is on its way; the page does not wait for it. */
export const prefetchNews = (): void => void load().catch(() => undefined);

/** Keeps a page fresh while the socket is up. It shows nothing, and a page without it is only less fresh. */
export function News(props: NewsProps): ReactElement | null {
  const Loaded = useFollow();
  return Loaded ? <Loaded {...props} /> : null;
}

/** What was not to be had without network is asked for again when the network is back. */
function useFollow(): typeof Follow | undefined {
  const [loaded, setLoaded] = useState<{ readonly Follow: typeof Follow }>();
  useEffect(() => {
    let wanted = true;
    const ask = () =>
      void load().then(
        (module) => wanted && setLoaded(module),
        () => wanted && window.addEventListener('online', ask, { once: true }),
      );
    ask();
    return () => {
      wanted = false;
      window.removeEventListener('online', ask);
    };
  }, []);
  return loaded?.Follow;
}
