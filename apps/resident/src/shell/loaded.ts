import { useEffect, useState } from 'react';

/** A part of the page that may come late. What was not to be had without network is asked for when the network is back. */
export function useLoaded<Module extends object>(load: () => Promise<Module>): Module | undefined {
  const [loaded, setLoaded] = useState<Module>();
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
  }, [load]);
  return loaded;
}
