import type { PlainDate } from '@linli/domain/base';
import type { AreaId, OrganisationId, OrganisationKind } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound, type Request } from '../../platform/graphql/index.js';
import { batchedByDay } from './by-day.js';
import type { Organisation } from './organisation.entity.js';
import { inForce, nodesOn, today, treeOn } from './tree.queries.js';

// Siblings stand in the order of the areas that they cover; those without an area come last.
const tree = {
  tree: 'organisation',
  own: [],
  order: 'place.code NULLS LAST, v.name',
  join: `
    LEFT JOIN (
      SELECT organisation_id, min(code) AS code
      FROM organisation_covers JOIN area ON area.id = area_id WHERE superseded_at IS NULL GROUP BY organisation_id
    ) place ON place.organisation_id = v.organisation_id`,
} as const;

/** The party organisations of a day, from the root down to the depth. */
export const organisationsOn = treeOn<OrganisationId, OrganisationKind, Organisation>(tree);

export const organisationNodes = nodesOn<OrganisationId, Organisation>(tree);

export async function organisationById(
  db: Database,
  id: OrganisationId,
  on: PlainDate | null = null,
): Promise<Organisation> {
  const [organisation] = await organisationNodes(db, { ids: [id], on });
  if (!organisation) throw notFound('organisation');
  return organisation;
}

/** The organisation as it stands today, for the types of other rooms. */
export async function organisationOf(request: Request, id: OrganisationId): Promise<Organisation> {
  const organisation = await organisationToday(request, id);
  if (!organisation) throw notFound('organisation');
  return organisation;
}

const organisationToday = batched(
  ({ db }, ids: readonly OrganisationId[]) => organisationNodes(db, { ids, on: null }),
  (organisations, id) => organisations.find((organisation) => organisation.id === id),
);

const MOST_FOUND = 50;

const found = statement<{ text: string; on: PlainDate | null }, { id: OrganisationId }>({
  name: 'search-organisations',
  text: `
    SELECT organisation_id AS id
    FROM organisation_version v
    WHERE superseded_at IS NULL AND ${inForce('v', `coalesce(:on::date, ${today})`)}
      AND strpos(v.folded, (SELECT fold_han(:text))) > 0
    ORDER BY length(v.name), v.name
    LIMIT ${MOST_FOUND}`,
});

/** Organisations whose name, in whichever script, has the text in it. */
export async function searchOrganisations(
  db: Database,
  text: string,
  on: PlainDate | null,
): Promise<Organisation[]> {
  const ids = (await found(db, { text, on })).map(({ id }) => id);
  const nodes = new Map((await organisationNodes(db, { ids, on })).map((node) => [node.id, node]));
  return ids.flatMap((id) => nodes.get(id) ?? []);
}

const organisationOnDay = batchedByDay(
  ({ db }, ids: readonly OrganisationId[], on) => organisationNodes(db, { ids, on }),
  (organisations, id) => organisations.find((organisation) => organisation.id === id),
);

/** From the district's committee down to the parent. */
export async function ancestorsOfOrganisation(
  request: Request,
  { lineage, on }: Organisation,
): Promise<Organisation[]> {
  const all = await Promise.all(lineage.slice(0, -1).map((id) => organisationOnDay(request, { id, on })));
  return all.filter((organisation) => organisation !== undefined);
}

const covering = statement<
  { ids: readonly AreaId[]; on: PlainDate },
  { organisationId: OrganisationId; areaId: AreaId }
>({
  name: 'organisations-covering',
  text: `
    SELECT organisation_id, area_id FROM organisation_covers
    WHERE area_id = ANY (:ids) AND superseded_at IS NULL AND ${inForce('organisation_covers', ':on::date')}
    ORDER BY organisation_id`,
});

/** The organisations that cover an area on the day. */
export const organisationsCovering = batchedByDay(
  async ({ db }, ids: readonly AreaId[], on) => {
    const pairs = await covering(db, { ids, on });
    const nodes = await organisationNodes(db, { ids: pairs.map(({ organisationId }) => organisationId), on });
    const byId = new Map(nodes.map((node) => [node.id, node]));
    return pairs.flatMap(({ organisationId, areaId }) => {
      const organisation = byId.get(organisationId);
      return organisation ? [{ areaId, organisation }] : [];
    });
  },
  (pairs, id) => pairs.filter(({ areaId }) => areaId === id).map(({ organisation }) => organisation),
);
