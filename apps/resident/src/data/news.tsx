import type { ReactElement } from 'react';
import { useLoaded } from '../shell/loaded';
import type { NewsProps } from './follow';

const load = () => import('./follow');

/** Fetched while the first answer is on its way; the page does not wait for it. */
export const prefetchNews = (): void => void load().catch(() => undefined);

/** Keeps a page fresh while the socket is up. It shows nothing, and a page without it is only less fresh. */
export function News(props: NewsProps): ReactElement | null {
  const Loaded = useLoaded(load)?.Follow;
  return Loaded ? <Loaded {...props} /> : null;
}
