import type { PlainDate } from '@linli/domain/base';
import type { AreaId, AreaKind } from '@linli/domain/organisation/structure';
import { many, type Shape, type StraightQuery, today } from '../../platform/straight/index.js';
import { inForce } from './tree.queries.js';

const shape: Shape = {
  id: 'node.area_id',
  code: 'node.code',
  kind: 'node.kind',
  name: 'node.name',
  officialName: 'node.official_name',
  parentId: 'node.parent_id',
  validFrom: 'area.valid_from',
  validTo: 'area.valid_to',
  depth: 'node.depth',
  childCount: `(
    SELECT count(*) FROM area_version child
    WHERE child.parent_id = node.area_id AND child.superseded_at IS NULL AND ${inForce('child', 'node.on_day')})`,
};
const columns = 'v.area_id, v.parent_id, v.code, v.kind, v.name, v.official_name';

interface Asked {
  readonly rootId?: AreaId | null;
  readonly depth?: number | null;
  readonly on?: PlainDate | null;
  readonly kinds?: readonly AreaKind[] | null;
}

/** From the district down; below another root, or of some kinds alone, the resolver reads the tree. */
export const straightAreas: StraightQuery<Asked> = {
  parameters: (_viewer, { rootId = null, kinds = null, depth, on }) =>
    rootId === null && kinds === null ? { levels: depth ?? null, onDay: on ?? null } : undefined,
  answer: () =>
    many(shape, {
      from: `(
        WITH RECURSIVE node AS (
          SELECT ${columns}, 0 AS depth, ARRAY[v.code, v.area_id::text] AS path, day.on_day
          FROM (SELECT coalesce(:onDay::date, ${today}) AS on_day) day
            JOIN area_version v ON v.parent_id IS NULL AND v.superseded_at IS NULL AND ${inForce('v', 'day.on_day')}
          UNION ALL
          SELECT ${columns}, node.depth + 1, node.path || ARRAY[v.code, v.area_id::text], node.on_day
          FROM node JOIN area_version v
            ON v.parent_id = node.area_id AND v.superseded_at IS NULL AND ${inForce('v', 'node.on_day')}
          WHERE :levels::int IS NULL OR node.depth < :levels::int
        )
        SELECT * FROM node
      ) node`,
      joins: { area: 'JOIN area ON area.id = node.area_id' },
      order: 'node.path',
    }),
};
