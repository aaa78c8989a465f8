import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';

type Ask = <Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data | undefined>;

/** Reads content in the characters that it is stored in: a page in Simplified shows other ones, and no name is found by those. */
export function useStored(): Ask {
  const client = useApolloClient();
  return useCallback(
    async (document, variables) => {
      const answer = await client
        .query({
          query: document,
          variables,
          fetchPolicy: 'no-cache',
          context: { asStored: true, queryDeduplication: false },
        })
        .catch(() => undefined);
      return answer?.data as never;
    },
    [client],
  );
}

/** The stored name of what is shown under this one: both lists are in the same order. */
export const storedName = (
  name: string,
  shown: readonly string[],
  stored: readonly string[] | undefined,
): string => (stored?.length === shown.length ? stored[shown.indexOf(name)] : undefined) ?? name;
