import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type Read, useRead } from './fresh';

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null: this was the last. */
  readonly end: string | null;
}

export interface Pages<Data, Row> {
  readonly read: Read<Data>;
  readonly rows: readonly Row[] | undefined;
  /** Reads the next page; undefined: there is none. */
  readonly more: (() => Promise<void>) | undefined;
  readonly loading: boolean;
  /** Why the next page could not be read. */
  readonly failed: unknown;
  /** From the first page anew. */
  readonly again: () => void;
}

interface Later<Row> extends PageOf<Row> {
  /** Of which question: another one begins with its own first page. */
  readonly of: string;
}

/** A list that grows downwards: its first page, and one more at each wish. */
export function usePages<Data, Variables extends OperationVariables & { after?: string | null }, Row>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pageOf: (data: Data) => PageOf<Row>,
): Pages<Data, Row> {
  const client = useApolloClient();
  const read = useRead(document, variables);
  const of = JSON.stringify(variables);
  const [later, setLater] = useState<Later<Row>>();
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const first = read.data && pageOf(read.data);
  const mine = later?.of === of ? later : undefined;
  const end = mine ? mine.end : (first?.end ?? null);
  const more = async () => {
    setLoading(true);
    setFailed(undefined);
    try {
      const { data } = await client.query({
        query: document,
        variables: { ...variables, after: end },
        fetchPolicy: 'network-only',
      });
      const page = pageOf(data as Data);
      setLater({ of, rows: [...(mine?.rows ?? []), ...page.rows], end: page.end });
    } catch (error) {
      setFailed(error);
    } finally {
      setLoading(false);
    }
  };
  const again = () => {
    setLater(undefined);
    read.again();
  };
  const rows = first && [...first.rows, ...(mine?.rows ?? [])];
  return { read, rows, more: end === null ? undefined : more, loading, failed, again };
}
