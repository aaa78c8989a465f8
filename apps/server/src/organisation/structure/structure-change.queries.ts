import type { AreaId, OrganisationId } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { batched } from '../../platform/graphql/index.js';
import type { StructureChange } from './structure-change.type.js';

const columns = `id, kind, effective_on, recorded_at, recorded_by, document_number, before, after`;

/** A cover has two ends: each is told what the other is called. */
const subject = (other: 'area' | 'organisation'): string => `
  CASE WHEN kind IN ('COVERED', 'UNCOVERED')
    THEN coalesce((SELECT name FROM ${other} WHERE ${other}.id = ${other}_id), subject_name)
    ELSE subject_name END AS subject_name`;

type Row = StructureChange & { readonly sequence: string };

const changesAfter = statement<{ after: string | null; first: number }, Row>({
  name: 'structure-changes',
  text: `
    SELECT ${columns}, subject_name, sequence FROM structure_change
    WHERE :after::bigint IS NULL OR sequence < :after
    ORDER BY sequence DESC
    LIMIT :first`,
});

/** The changes as they were recorded, the latest first; one more than asked tells that there is more. */
export async function structureChanges(db: Database, first: number, after: string | null) {
  const rows = await changesAfter(db, { after, first: first + 1 });
  const edges = rows.slice(0, first).map((node) => ({ cursor: node.sequence, node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

const ofAreas = statement<{ ids: readonly AreaId[] }, StructureChange & { areaId: AreaId }>({
  name: 'changes-of-areas',
  text: `
    SELECT ${columns}, ${subject('organisation')}, area_id
    FROM structure_change WHERE area_id = ANY (:ids) ORDER BY sequence DESC`,
});

export const changesOfArea = batched(
  ({ db }, ids: readonly AreaId[]) => ofAreas(db, { ids }),
  (changes, id): StructureChange[] => changes.filter(({ areaId }) => areaId === id),
);

const ofOrganisations = statement<
  { ids: readonly OrganisationId[] },
  StructureChange & { organisationId: OrganisationId }
>({
  name: 'changes-of-organisations',
  text: `
    SELECT ${columns}, ${subject('area')}, organisation_id
    FROM structure_change WHERE organisation_id = ANY (:ids) ORDER BY sequence DESC`,
});

export const changesOfOrganisation = batched(
  ({ db }, ids: readonly OrganisationId[]) => ofOrganisations(db, { ids }),
  (changes, id): StructureChange[] => changes.filter(({ organisationId }) => organisationId === id),
);
