import { type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type Database, statement } from '../../platform/database/index.js';
import type { AuditEntry, AuditEntryConnection } from './audit-entry.type.js';

interface Filter {
  readonly search: string;
  readonly actions: readonly string[];
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly before: string;
  readonly limit: number;
}

// An entry names places; what they lie in is asked of the trees as they stand now. What happened nowhere, such as a
// failed sign-in to no account, is for those who look after the whole district.
const reached = `
  (:everything::boolean
    OR EXISTS (SELECT FROM area WHERE id = ANY (entry.area_ids) AND lineage && :areas::uuid[])
    OR EXISTS (SELECT FROM organisation WHERE id = ANY (entry.organisation_ids) AND lineage && :organisations::uuid[])
    OR EXISTS (SELECT FROM centre JOIN area ON area.id = centre.area_id
               WHERE centre.id = ANY (entry.centre_ids) AND lineage && :areas::uuid[])
    OR (cardinality(entry.area_ids || entry.organisation_ids || entry.centre_ids) = 0
      AND EXISTS (SELECT FROM area WHERE parent_id IS NULL AND id = ANY (:areas::uuid[]))))`;

// The trail keeps what was written; before residents were masked in it, their names were. They are shown to nobody.
const shownActor = `
  CASE WHEN face = 'RESIDENT' AND actor_id IS NOT NULL THEN left(actor_name, 1) || '*' ELSE actor_name END`;

const selectEntries = statement<Omit<Reach, 'people' | 'centres'> & Filter, AuditEntry>({
  name: 'audit-entries',
  text: `
    SELECT id, sequence, at, ${shownActor} AS actor_name, actor_role, face, action, subject_kind, subject_id,
      subject_name, detail
    FROM audit_entry entry
    WHERE sequence < :before::bigint
      AND (:search = '' OR action = ANY (:actions::text[]) OR strpos(lower(action), lower(:search)) > 0
        OR strpos(fold_han(concat_ws(' ', ${shownActor}, subject_name)), (SELECT fold_han(:search))) > 0)
      AND (:from::date IS NULL OR at >= :from::date::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND (:to::date IS NULL OR at < (:to::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND ${reached}
    ORDER BY sequence DESC
    LIMIT :limit`,
});

interface Page {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly search: string | null | undefined;
  readonly actions: readonly string[] | null | undefined;
  readonly from: PlainDate | null | undefined;
  readonly to: PlainDate | null | undefined;
}

const NEWEST = '9223372036854775807';

/** What was done at places within the viewer's reach, the newest first. */
export async function auditEntriesOf(
  db: Database,
  viewer: Viewer,
  { first, after, search, actions, from, to }: Page,
): Promise<AuditEntryConnection> {
  const rows = await selectEntries(db, {
    ...reachOf(viewer, 'SEE_AUDIT'),
    search: search ?? '',
    actions: actions ?? [],
    from: from ?? null,
    to: to ?? null,
    before: after ?? NEWEST,
    limit: first + 1,
  });
  const nodes = rows.slice(0, first);
  return {
    edges: nodes.map((node) => ({ cursor: node.sequence, node })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: nodes.at(-1)?.sequence ?? null },
  };
}
