import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AreaTreeDocument, OrganisationTreeDocument } from '../../gql/graphql';
import { type Line, linesOf, type Node, nodeOf, type Side } from './tree';

export interface Tree {
  readonly lines: readonly Line[] | undefined;
  readonly error: unknown;
  readonly again: () => void;
  readonly toggle: (node: Node, open?: boolean) => void;
  /** Opens everything above a node, reading what is not there yet. */
  readonly reveal: (ancestorIds: readonly string[]) => Promise<void>;
}

const AT_FIRST_DEPTH = 2;

/** A tree as it stood on a day, read branch by branch as it is opened. */
export function useTree(side: Side, on: string): Tree {
  const fetchRows = useFetchRows(side, on);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { nodes, error, load, again, fail } = useNodes(fetchRows, setOpen);
  const toggle = useCallback(
    (node: Node, wanted?: boolean) => {
      setOpen((before) => {
        const after = new Set(before);
        if (wanted ?? !before.has(node.id)) after.add(node.id);
        else after.delete(node.id);
        return after;
      });
      if (node.childCount > 0) load(node.id).catch(fail);
    },
    [load, fail],
  );
  const reveal = useCallback(
    async (ids: readonly string[]) => {
      for (const id of ids) await load(id).catch(() => undefined);
      setOpen((before) => new Set([...before, ...ids]));
    },
    [load],
  );
  const lines = useMemo(() => nodes && linesOf(nodes, open), [nodes, open]);
  return { lines, error, again, toggle, reveal };
}

type FetchRows = (rootId: string | null, depth: number) => Promise<Node[]>;

/** What has been read so far: the two top levels at first, then one branch at a time. */
function useNodes(fetchRows: FetchRows, onTops: (ids: ReadonlySet<string>) => void) {
  const [nodes, setNodes] = useState<ReadonlyMap<string, Node>>();
  const [error, fail] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  const loaded = useRef(new Set<string>());
  // A branch is put into what the first reading brought: it waits for that.
  const first = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    let there = true;
    loaded.current = new Set();
    fail(undefined);
    setNodes(undefined);
    const show = (rows: readonly Node[]) => {
      if (!there) return;
      const map = new Map(rows.map((row) => [row.id, row]));
      rows.forEach(({ parentId }) => parentId && loaded.current.add(parentId));
      setNodes(map);
      onTops(new Set(rows.filter(({ parentId }) => !parentId || !map.has(parentId)).map(({ id }) => id)));
    };
    first.current = fetchRows(null, AT_FIRST_DEPTH).then(show, (problem: unknown) => {
      if (there) fail(problem);
    });
    return () => {
      there = false;
    };
  }, [fetchRows, turn, onTops]);
  const load = useCallback(
    async (id: string) => {
      await first.current;
      if (loaded.current.has(id)) return;
      const rows = await fetchRows(id, 1);
      loaded.current.add(id);
      setNodes((before) => new Map([...(before ?? []), ...rows.map((row) => [row.id, row] as const)]));
    },
    [fetchRows],
  );
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { nodes, error, load, again, fail };
}

function useFetchRows(side: Side, on: string) {
  const client = useApolloClient();
  return useCallback(
    async (rootId: string | null, depth: number): Promise<Node[]> => {
      const variables = { rootId, depth, on };
      const fetchPolicy = 'network-only' as const;
      if (side === 'areas') {
        const { data } = await client.query({ query: AreaTreeDocument, variables, fetchPolicy });
        return (data?.areas ?? []).map((row) => nodeOf(row, on));
      }
      const { data } = await client.query({ query: OrganisationTreeDocument, variables, fetchPolicy });
      return (data?.organisations ?? []).map((row) => nodeOf(row, on));
    },
    [client, side, on],
  );
}
