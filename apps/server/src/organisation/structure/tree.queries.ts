import type { PlainDate } from '@linli/domain/base';
import { type Database, statement } from '../../platform/database/index.js';

export const today = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

/** Is what has these columns in force on the day? Inclusive on both sides. */
export const inForce = (table: string, day: string): string =>
  `(${day} >= coalesce(${table}.valid_from, '-infinity') AND ${day} <= coalesce(${table}.valid_to, 'infinity'))`;

export interface TreeRequest<Id, Kind> {
  /** Null: from the district down. */
  readonly rootId: Id | null;
  /** How many levels below the root; null: all. */
  readonly depth: number | null;
  /** Null: today. */
  readonly on: PlainDate | null;
  /** Null: all. */
  readonly kinds: readonly Kind[] | null;
}

interface Tree {
  readonly tree: 'area' | 'organisation';
  /** Columns that only this tree has. */
  readonly own: readonly string[];
  /** What siblings are ordered by, of the version `v` and what is joined. */
  readonly order: string;
  readonly join?: string;
}

/** What a row of either tree has, beside its own columns. */
interface TreeNode<Id, Kind> {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly kind: Kind;
  readonly lineage: readonly Id[];
  readonly depth: number;
  readonly childCount: number;
}
/** Before it is put in its place. */
type Standing<Row> = Omit<Row, 'lineage' | 'depth' | 'childCount'>;

/** A whole tree as it stood on a day: one statement, whatever the size; the nodes are put together here. */
export function treeOn<Id, Kind, Row extends TreeNode<Id, Kind>>({
  tree,
  own,
  order,
  join = '',
}: Tree): (db: Database, request: TreeRequest<Id, Kind>) => Promise<Row[]> {
  const columns = ['kind', 'name', ...own, 'parent_id'];
  const standing = statement<{ on: PlainDate | null }, Standing<Row>>({
    name: `${tree}-tree`,
    text: `
      SELECT ${tree}.id, ${columns.map((column) => `v.${column}`).join(', ')}, ${tree}.valid_from, ${tree}.valid_to,
        coalesce(:on::date, ${today}) AS "on"
      FROM ${tree}_version v JOIN ${tree} ON ${tree}.id = v.${tree}_id ${join}
      WHERE v.superseded_at IS NULL AND ${inForce('v', `coalesce(:on::date, ${today})`)}
      ORDER BY ${order}, ${tree}.id`,
  });
  return async (db, request) => planted<Id, Kind, Row>(await standing(db, { on: request.on }), request);
}

/** Each parent before its children, in the given order; what hangs under nothing that stands is not in the tree. */
function planted<Id, Kind, Row extends TreeNode<Id, Kind>>(
  rows: readonly Standing<Row>[],
  { rootId, depth, kinds }: TreeRequest<Id, Kind>,
): Row[] {
  const below = new Map<Id | null, Standing<Row>[]>();
  for (const row of rows) {
    const siblings = below.get(row.parentId);
    if (siblings) siblings.push(row);
    else below.set(row.parentId, [row]);
  }
  const found: Row[] = [];
  const visit = (row: Standing<Row>, above: readonly Id[], levels: number | null): void => {
    const [children, lineage] = [below.get(row.id) ?? [], [...above, row.id]];
    // The levels that are left to show: none before the root is reached.
    const left = levels ?? (rootId === null || rootId === row.id ? (depth ?? Infinity) : null);
    if (left !== null && (kinds === null || kinds.includes(row.kind))) {
      found.push(
        Object.assign(row, { lineage, depth: above.length, childCount: children.length }) as unknown as Row,
      );
    }
    if (left === 0) return;
    for (const child of children) visit(child, lineage, left === null ? null : left - 1);
  };
  for (const root of below.get(null) ?? []) visit(root, [], null);
  return found;
}

/**
 * Single nodes on a day, by their ids; one that does not stand on that day as it stood last, its `validTo` says until
 * when. Climbs from each: its lineage costs its depth, not the tree.
 */
export function nodesOn<Id, Row>({
  tree,
  own,
}: Tree): (
  db: Database,
  request: { readonly ids: readonly Id[]; readonly on: PlainDate | null },
) => Promise<Row[]> {
  const columns = ['kind', 'name', ...own, 'parent_id'];
  return statement<{ readonly ids: readonly Id[]; readonly on: PlainDate | null }, Row>({
    name: `${tree}-nodes`,
    text: `
      WITH RECURSIVE asked AS (SELECT coalesce(:on::date, ${today}) AS day), node AS (
        SELECT DISTINCT ON (${tree}_id) ${tree}_id AS id, ${columns.map((column) => `v.${column}`).join(', ')},
          CASE WHEN ${inForce('v', 'day')} THEN day ELSE coalesce(v.valid_to, v.valid_from) END AS day
        FROM ${tree}_version v, asked
        WHERE ${tree}_id = ANY (:ids) AND superseded_at IS NULL
        ORDER BY ${tree}_id, ${inForce('v', 'day')} DESC, v.valid_from DESC NULLS LAST
      ), climb AS (
        SELECT id, day, parent_id, ARRAY[id] AS lineage FROM node
        UNION ALL
        SELECT climb.id, day, v.parent_id, v.${tree}_id || lineage
        FROM climb JOIN ${tree}_version v ON v.${tree}_id = climb.parent_id AND superseded_at IS NULL AND ${inForce('v', 'day')}
      ), whole AS (
        SELECT DISTINCT ON (id) id, lineage FROM climb ORDER BY id, cardinality(lineage) DESC
      )
      SELECT node.id, ${columns.map((column) => `node.${column}`).join(', ')}, whole.lineage,
        ${tree}.valid_from, ${tree}.valid_to, cardinality(whole.lineage) - 1 AS depth, node.day AS "on",
        (SELECT count(*)::int FROM ${tree}_version child
         WHERE child.parent_id = node.id AND superseded_at IS NULL AND ${inForce('child', 'node.day')}) AS child_count
      FROM node JOIN whole ON whole.id = node.id JOIN ${tree} ON ${tree}.id = node.id`,
  });
}
