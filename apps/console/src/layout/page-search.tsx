import { createContext, type ReactElement, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useFilter } from '../kit/filters';

interface PageSearch {
  readonly placeholder: string | undefined;
  readonly offer: (placeholder: string | undefined) => void;
}

const SearchContext = createContext<PageSearch>({ placeholder: undefined, offer: () => undefined });

export function PageSearchProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [placeholder, offer] = useState<string>();
  const value = useMemo(() => ({ placeholder, offer }), [placeholder]);
  return <SearchContext value={value}>{children}</SearchContext>;
}

export const useSearchBox = (): PageSearch => use(SearchContext);

/** The page says what the one search box at the top looks for; what is written there is in the address as `q`. */
export function usePageSearch(placeholder: string): readonly [string, (text: string) => void] {
  const { offer } = useSearchBox();
  useEffect(() => {
    offer(placeholder);
    return () => offer(undefined);
  }, [offer, placeholder]);
  const [text, setText] = useFilter('q', '');
  return [text, (next) => setText(next, true)];
}
