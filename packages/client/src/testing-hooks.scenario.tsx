import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const roots: Root[] = [];

/** Does something to the page and lets React come to rest. */
export const acted = (work: () => unknown): Promise<void> =>
  act(async () => {
    await work();
  });

/** Puts a component on the page. */
export async function shown(element: ReactElement): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  roots.push(root);
  await acted(() => root.render(element));
  return place;
}

export const gone = (): Promise<void> => acted(() => roots.splice(0).forEach((root) => root.unmount()));

/** Lets a hook be used from a test: `hook.current` is what it gave last. */
export async function used<Given>(hook: () => Given): Promise<{ current: Given }> {
  const box = {} as { current: Given };
  const Probe = () => {
    box.current = hook();
    return null;
  };
  await shown(<Probe />);
  return box;
}
