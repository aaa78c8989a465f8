import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';
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

// What a query answers is typed here, by its document; Apollo's own typing tells apart states that no page does.
type Untyped = TypedDocumentNode<unknown, OperationVariables>;

/** Reads what a page shows: from what is known at once, and from the server always. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { skip = false, keep = false }: How = {},
): Read<Data> {
  const { data, previousData, loading, error, refetch } = useQuery(
    document as Untyped,
    skip ? skipToken : { variables, fetchPolicy: 'cache-and-network' },
  );
  const again = useReadingAgain(refetch);
  const shown = data ?? (keep && !error ? previousData : undefined);
  return { data: skip ? undefined : (shown as Data | undefined), loading, error, again };
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
