import { type Reach, reachOf } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { AreaId, OrganisationId, OrganisationKind } from '@linli/domain/organisation/structure';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { today } from './tree.queries.js';

interface Change<Id> {
  readonly id: Id;
  readonly name: string;
  readonly parentId: Id | null;
  readonly lineage: readonly Id[];
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  /** First day of its latest version. */
  readonly since: PlainDate | null;
}
export type AreaToChange = Change<AreaId> & { readonly code: string; readonly officialName: string };
export type OrganisationToChange = Change<OrganisationId> & { readonly kind: OrganisationKind };

const since = (tree: string) =>
  `(SELECT max(valid_from) FROM ${tree}_version v WHERE v.${tree}_id = ${tree}.id AND superseded_at IS NULL) AS since`;

const areas = statement<Reach & { ids: readonly AreaId[] }, AreaToChange>({
  name: 'areas-to-change',
  text: `
    SELECT area.*, ${since('area')}
    FROM area WHERE id = ANY (:ids) AND ${withinReach({ areaLineage: 'area.lineage' })}`,
});

/** The areas as known now, all of them within reach. */
export async function areasToChange(
  db: Database,
  reach: Reach,
  ids: readonly AreaId[],
): Promise<AreaToChange[]> {
  const rows = await areas(db, { ids, ...reach });
  if (rows.length < new Set(ids).size) throw notFound('area');
  return rows;
}

export async function areaToChange(db: Database, reach: Reach, id: AreaId): Promise<AreaToChange> {
  const [area] = await areasToChange(db, reach, [id]);
  if (!area) throw notFound('area');
  return area;
}

/**
 * An organisation lies where it, or the nearest above it that covers anything, covers areas: a branch of an agency
 * lies where its committee does.
 */
const organisations = statement<Reach & { ids: readonly OrganisationId[] }, OrganisationToChange>({
  name: 'organisations-to-change',
  text: `
    SELECT organisation.*, ${since('organisation')}
    FROM organisation
    LEFT JOIN LATERAL (
      SELECT array_agg(unnested) AS areas FROM (
        SELECT covers.organisation_id FROM organisation_covers covers
        WHERE covers.organisation_id = ANY (organisation.lineage) AND superseded_at IS NULL
          AND coalesce(covers.valid_to, 'infinity') >= ${today}
        ORDER BY array_position(organisation.lineage, covers.organisation_id) DESC LIMIT 1
      ) nearest
      JOIN organisation_covers covers ON covers.organisation_id = nearest.organisation_id AND superseded_at IS NULL
      JOIN area ON area.id = covers.area_id, unnest(area.lineage) AS unnested
    ) place ON true
    WHERE organisation.id = ANY (:ids)
      AND ${withinReach({ areaLineage: 'place.areas', organisationLineage: 'organisation.lineage' })}`,
});

export async function organisationToChange(
  db: Database,
  reach: Reach,
  id: OrganisationId,
): Promise<OrganisationToChange> {
  const [organisation] = await organisations(db, { ids: [id], ...reach });
  if (!organisation) throw notFound('organisation');
  return organisation;
}

/** Is it within the viewer's reach to change this? A page offers no act that would be told that there is no such thing. */
export const viewerChangesArea = batched(
  ({ db, viewer }, ids: readonly AreaId[]) => areas(db, { ids, ...reachOf(viewer, 'CHANGE_STRUCTURE') }),
  (rows, id) => rows.some((row) => row.id === id),
);
export const viewerChangesOrganisation = batched(
  ({ db, viewer }, ids: readonly OrganisationId[]) =>
    organisations(db, { ids, ...reachOf(viewer, 'CHANGE_STRUCTURE') }),
  (rows, id) => rows.some((row) => row.id === id),
);
