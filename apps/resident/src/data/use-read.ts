import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { problemOf } from '@linli/client';
import { useCallback, useEffect } from 'react';

import { useWords } from '../shell/words';
import { leave } from './house';

export interface Reading<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  /** Nothing to show yet. */
  readonly waiting: boolean;
  readonly again: () => void;
}

interface How {
  readonly skip?: boolean;
  /** Default: what is at hand at once, and what the server says as soon as it does. */
  readonly from?: 'cache-first' | 'cache-and-network' | 'network-only';
}

/** Reads from the server; a session that has ended leads to the sign-in. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { skip = false, from = 'cache-and-network' }: How = {},
): Reading<Data> {
  const { t } = useWords();
  const options = { variables, skip, fetchPolicy: from, nextFetchPolicy: 'cache-first' } as const;
  const { data, error, refetch } = useQuery(
    document,
    options as unknown as useQuery.Options<Data, Variables>,
  );
  const code = error && problemOf(error, t).code;
  useEffect(() => {
    if (code === 'UNAUTHENTICATED') void leave();
  }, [code]);
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  return { data: data, error, waiting: !skip && !data && !error, again };
}
