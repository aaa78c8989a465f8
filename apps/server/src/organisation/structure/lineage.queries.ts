import type { AreaId, OrganisationId } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';

const areaLineages = statement<{ ids: readonly AreaId[] }, { id: AreaId; lineage: AreaId[] }>({
  name: 'area-lineages',
  text: 'SELECT id, lineage FROM area WHERE id = ANY (:ids)',
});

/** From the district down to the area itself, as the tree stands now: what `can` wants to know of a place. */
export async function areaLineage(db: Database, id: AreaId): Promise<AreaId[]> {
  const [row] = await areaLineages(db, { ids: [id] });
  if (!row) throw notFound('area');
  return row.lineage;
}

/** The same for many objects of one request; empty for an area that does not exist. */
export const areaLineageOf = batched(
  ({ db }, ids: readonly AreaId[]) => areaLineages(db, { ids }),
  (rows, id): AreaId[] => rows.find((row) => row.id === id)?.lineage ?? [],
);

const organisationLineages = statement<
  { ids: readonly OrganisationId[] },
  { id: OrganisationId; lineage: OrganisationId[] }
>({
  name: 'organisation-lineages',
  text: 'SELECT id, lineage FROM organisation WHERE id = ANY (:ids)',
});

/** From the district's committee down to the organisation itself. */
export async function organisationLineage(db: Database, id: OrganisationId): Promise<OrganisationId[]> {
  const [row] = await organisationLineages(db, { ids: [id] });
  if (!row) throw notFound('organisation');
  return row.lineage;
}
