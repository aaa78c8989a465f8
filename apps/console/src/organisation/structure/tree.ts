import type { AreaKind, AreaRowFragment, OrganisationKind, OrganisationRowFragment } from '../../gql/graphql';

export type Side = 'areas' | 'party';

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: AreaKind | OrganisationKind;
  readonly parentId: string | null;
  readonly childCount: number;
  readonly closed: boolean;
}

export interface Line {
  readonly node: Node;
  readonly level: number;
  readonly open: boolean;
}

export const nodeOf = (row: AreaRowFragment | OrganisationRowFragment, on: string): Node => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  parentId: row.parentId,
  childCount: row.childCount,
  closed: row.validTo !== null && row.validTo <= on,
});

/** The lines that are to be seen: the tops are those whose parent is not known here. */
export function linesOf(nodes: ReadonlyMap<string, Node>, open: ReadonlySet<string>): Line[] {
  const children = new Map<string | null, Node[]>();
  for (const node of nodes.values()) {
    const parent = node.parentId !== null && nodes.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const lines: Line[] = [];
  const walk = (parent: string | null, level: number) => {
    for (const node of children.get(parent) ?? []) {
      const isOpen = open.has(node.id) && node.childCount > 0;
      lines.push({ node, level, open: isOpen });
      if (isOpen) walk(node.id, level + 1);
    }
  };
  walk(null, 1);
  return lines;
}

/** Only what fits into the window is drawn, and a little more. */
export function windowOf(
  count: number,
  scrollTop: number,
  height: number,
  row: number,
): readonly [from: number, to: number] {
  const spare = 8;
  const from = Math.max(0, Math.floor(scrollTop / row) - spare);
  return [from, Math.min(count, Math.ceil((scrollTop + height) / row) + spare)];
}
