import { addDays, type PlainDate } from '@linli/domain/base';
import { statement, type Transaction } from '../../platform/database/index.js';

/** What the two trees have in common; `own` are the columns that only one of them has. */
export interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code?: string;
  readonly officialName?: string;
  readonly parentId: string | null;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

export type Placed = Node & { readonly lineage: readonly string[] };

/** A change of one node: what is new from the day on, or its last day. */
export interface Revision {
  readonly id: string;
  readonly on: PlainDate;
  readonly set?: Partial<Pick<Node, 'name' | 'code' | 'officialName' | 'parentId'>>;
  readonly lastDay?: PlainDate;
}

const recordset = (columns: readonly string[]) =>
  `jsonb_to_recordset(:rows::jsonb) AS given (id uuid, kind text, name text, ${columns.map((c) => `${c} text, `).join('')}
    parent_id uuid, valid_from date, valid_to date, lineage uuid[])`;

/** The statements that write one tree. Rows travel as one JSON parameter: a thousand cost one round trip. */
function statementsOf(tree: 'area' | 'organisation', own: readonly string[]) {
  const names = ['kind', 'name', ...own, 'parent_id', 'valid_from', 'valid_to'];
  const columns = names.join(', ');
  const insertNodes = statement<{ rows: string }, never>({
    name: `insert-${tree}s`,
    text: `INSERT INTO ${tree} (id, lineage, ${columns}) SELECT id, lineage, ${columns} FROM ${recordset(own)}`,
  });
  const insertVersions = statement<{ rows: string }, never>({
    name: `insert-${tree}-versions`,
    text: `INSERT INTO ${tree}_version (${tree}_id, ${columns}) SELECT id, ${columns} FROM ${recordset(own)}`,
  });
  // Versions of one node do not overlap: the last is the one that ends when the node does.
  const supersede = statement<{ ids: readonly string[] }, Node>({
    name: `supersede-${tree}-versions`,
    text: `
      UPDATE ${tree}_version SET superseded_at = now()
      FROM ${tree}
      WHERE ${tree}.id = ${tree}_id AND ${tree}.id = ANY (:ids) AND superseded_at IS NULL
        AND ${tree}_version.valid_to IS NOT DISTINCT FROM ${tree}.valid_to
      RETURNING ${tree}_id AS id, ${names.map((column) => `${tree}_version.${column}`).join(', ')}`,
  });
  // Lineages follow from parents; where they still hold, the row is not written.
  const updateNodes = statement<{ rows: string }, never>({
    name: `update-${tree}s`,
    text: `
      WITH RECURSIVE given AS (SELECT * FROM ${recordset(own)}), placed AS (
        SELECT ${tree}.id, CASE WHEN given.id IS NULL THEN ${tree}.parent_id ELSE given.parent_id END AS parent_id
        FROM ${tree} LEFT JOIN given ON given.id = ${tree}.id
      ), tree AS (
        SELECT id, parent_id, ARRAY[id] AS lineage FROM placed WHERE parent_id IS NULL
        UNION ALL
        SELECT placed.id, placed.parent_id, tree.lineage || placed.id FROM placed JOIN tree ON placed.parent_id = tree.id
      )
      UPDATE ${tree} SET parent_id = tree.parent_id, lineage = tree.lineage,
        ${['name', ...own].map((c) => `${c} = coalesce(given.${c}, ${tree}.${c})`).join(', ')},
        valid_to = CASE WHEN given.id IS NULL THEN ${tree}.valid_to ELSE given.valid_to END
      FROM tree LEFT JOIN given ON given.id = tree.id
      WHERE ${tree}.id = tree.id AND (given.id IS NOT NULL OR ${tree}.lineage <> tree.lineage)`,
  });

  return { insertNodes, insertVersions, supersede, updateNodes };
}

const json = (rows: readonly object[]) => ({ rows: JSON.stringify(rows.map(inSnakeCase)) });

function treeWriter(tree: 'area' | 'organisation', own: readonly string[]) {
  const { insertNodes, insertVersions, supersede, updateNodes } = statementsOf(tree, own);
  return {
    async open(tx: Transaction, nodes: readonly Placed[]): Promise<void> {
      if (nodes.length === 0) return;
      await insertNodes(tx, json(nodes));
      await insertVersions(tx, json(nodes));
    },
    /** What was known stays, marked as superseded; what is known now stands beside it. */
    async revise(tx: Transaction, revisions: readonly Revision[]): Promise<void> {
      if (revisions.length === 0) return;
      const last = new Map(
        (await supersede(tx, { ids: revisions.map(({ id }) => id) })).map((node) => [node.id, node]),
      );
      const versions = revisions.flatMap((revision) => versionsAfter(last.get(revision.id), revision));
      await insertVersions(tx, json(versions));
      const latest = new Map(versions.map((version) => [version.id, version]));
      await updateNodes(tx, json([...latest.values()]));
    },
  };
}

function versionsAfter(last: Node | undefined, { id, on, set, lastDay }: Revision): Node[] {
  if (!last) throw new Error(`No version of ${id} to revise`);
  const validTo = lastDay ?? last.validTo;
  if (!set) return [{ ...last, validTo }];
  const before =
    last.validFrom !== null && last.validFrom >= on ? [] : [{ ...last, validTo: addDays(on, -1) }];
  return [...before, { ...last, ...set, validFrom: on, validTo }];
}

const inSnakeCase = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );

export const areaWriter = treeWriter('area', ['code', 'official_name']);
export const organisationWriter = treeWriter('organisation', []);
