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
  /** What siblings are ordered by, of the version `v`. */
  readonly order: string;
}

/** A whole tree as it stood on a day: one statement, whatever the size, each parent before its children. */
export function treeOn<Id, Kind, Row>({
  tree,
  own,
  order,
}: Tree): (db: Database, request: TreeRequest<Id, Kind>) => Promise<Row[]> {
  const columns = ['kind', 'name', ...own, 'parent_id'];
  return statement<TreeRequest<Id, Kind>, Row>({
    name: `${tree}-tree`,
    text: `
      WITH RECURSIVE standing AS MATERIALIZED (
        SELECT ${tree}_id AS id, ${columns.join(', ')}, ${order} AS place
        FROM ${tree}_version v
        WHERE superseded_at IS NULL AND ${inForce('v', `coalesce(:on::date, ${today})`)}
      ), tree AS (
        SELECT standing.*, ARRAY[id] AS lineage, ARRAY[place] AS path FROM standing WHERE parent_id IS NULL
        UNION ALL
        SELECT standing.*, tree.lineage || standing.id, tree.path || standing.place
        FROM standing JOIN tree ON standing.parent_id = tree.id
      ), children AS (
        SELECT parent_id, count(*)::int AS child_count FROM standing GROUP BY parent_id
      )
      SELECT tree.id, ${columns.map((column) => `tree.${column}`).join(', ')}, tree.lineage,
        ${tree}.valid_from, ${tree}.valid_to, cardinality(tree.lineage) - 1 AS depth,
        coalesce(child_count, 0) AS child_count, coalesce(:on::date, ${today}) AS "on"
      FROM tree JOIN ${tree} ON ${tree}.id = tree.id LEFT JOIN children ON children.parent_id = tree.id
      WHERE (:rootId::uuid IS NULL OR :rootId = ANY (tree.lineage))
        AND cardinality(tree.lineage) - coalesce(array_position(tree.lineage, :rootId::uuid), 1) <= coalesce(:depth::int, 100)
        AND (:kinds::text[] IS NULL OR tree.kind = ANY (:kinds))
      ORDER BY tree.path, tree.id`,
  });
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
