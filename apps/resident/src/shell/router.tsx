import { type ReactElement, type ReactNode, useMemo } from 'react';
import {
  Link as PlainLink,
  Redirect,
  Route,
  Switch,
  useLocation,
  useParams,
  useSearch as useQuery,
} from 'wouter';

// The one place that knows which router this is: wouter, 2 KiB, since the first page has 95 KiB for everything.
export { Redirect, Route, Switch, useParams };

/** What stands before the "?" of the address. */
export const usePath = (): string => useLocation()[0];

export type Go = (to: string, how?: { readonly replace?: boolean }) => void;
export const useGo = (): Go => useLocation()[1];

/** What stands behind it, and how to put something else there without another step in the history. */
export function useSearch(): readonly [URLSearchParams, (answers: Readonly<Record<string, string>>) => void] {
  const [path, go] = useLocation();
  const query = useQuery();
  const search = useMemo(() => new URLSearchParams(query), [query]);
  return [
    search,
    (answers) =>
      go(`${path}?${String(new URLSearchParams({ ...Object.fromEntries(search), ...answers }))}`, {
        replace: true,
      }),
  ];
}

interface LinkProps {
  readonly to: string;
  readonly replace?: boolean;
  readonly className?: string | undefined;
  readonly 'aria-current'?: 'page' | undefined;
  readonly 'aria-label'?: string;
  readonly onClick?: (event: React.MouseEvent<HTMLAnchorElement>) => void;
  readonly children: ReactNode;
}

export const Link = (props: LinkProps): ReactElement => <PlainLink {...props} />;
