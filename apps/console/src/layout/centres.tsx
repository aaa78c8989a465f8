import { createContext, type ReactElement, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Action, CentresDocument, type CentresQuery } from '../gql/graphql';
import { type Read, useRead } from '../kit/fresh';

export type CentreRow = CentresQuery['centres'][number];

interface Centres {
  readonly read: Read<CentresQuery>;
  /** The centres where the viewer may do something. */
  readonly within: readonly CentreRow[];
  readonly current: CentreRow | undefined;
  readonly choose: (id: string) => void;
}

const KEY = 'linli.console.centre';
const WORK: readonly Action[] = [
  'CHECK_IN',
  'BOOK_AT_COUNTER',
  'SEE_KITCHEN',
  'DELIVER',
  'VISIT_HOMES',
  'MANAGE_SERVICES',
  'MANAGE_MENUS',
];

const CentresContext = createContext<Centres | undefined>(undefined);

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

/** The centre that the desk, the kitchen and the services speak of: in the address, else the one chosen last. */
export function CentresProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const read = useRead(CentresDocument, {});
  const [params, setParams] = useSearchParams();
  const [last, setLast] = useState(stored);
  const asked = params.get('centre') ?? last;
  const choose = useCallback(
    (id: string) => {
      try {
        localStorage.setItem(KEY, id);
      } catch {
        // no storage: it holds until the page is left
      }
      setLast(id);
      setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), centre: id }));
    },
    [setParams],
  );
  const value = useMemo(() => {
    const within = (read.data?.centres ?? []).filter((centre) =>
      centre.viewerCan.some((action) => WORK.includes(action)),
    );
    return { read, within, choose, current: within.find(({ id }) => id === asked) ?? within[0] };
  }, [read, choose, asked]);
  return <CentresContext value={value}>{children}</CentresContext>;
}

export function useCentres(): Centres {
  const centres = use(CentresContext);
  if (!centres) throw new Error('There is no CentresProvider around this component.');
  return centres;
}
