import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useRef } from 'react';

export interface Read<Data> {
  readonly data: Data | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  readonly again: () => void;
}

interface How {
  readonly skip?: boolean;
  /** Keeps showing the answer to the former question until the new one is there: only where that misleads nobody. */
  readonly keep?: boolean;
}

/** Reads what a page shows: from what is known at once, and from the server always. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { skip = false, keep = false }: How = {},
): Read<Data> {
  const options = { variables, skip, fetchPolicy: 'cache-and-network' as const };
  const { data, previousData, loading, error, refetch } = useQuery<Data>(document, options);
  const again = useReadingAgain(refetch);
  const shown = data ?? (keep && !error ? previousData : undefined);
  return { data: skip ? undefined : shown, loading, error, again };
}

/** One reading at a time; what is asked for meanwhile is read once more, so that the last answer is never an old one. */
function useReadingAgain(refetch: () => Promise<unknown>): () => void {
  const reading = useRef(false);
  const due = useRef(false);
  return useCallback(() => {
    due.current = true;
    if (reading.current) return;
    reading.current = true;
    const read = async () => {
      while (due.current) {
        due.current = false;
        await refetch().catch(() => undefined);
      }
      reading.current = false;
    };
    void read();
  }, [refetch]);
}
