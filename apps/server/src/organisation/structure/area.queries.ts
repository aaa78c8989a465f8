import type { PlainDate } from '@linli/domain/base';
import type { AreaId, AreaKind, OrganisationId } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound, type Request } from '../../platform/graphql/index.js';
import type { Area } from './area.entity.js';
import { batchedByDay } from './by-day.js';
import { inForce, nodesOn, today, treeOn } from './tree.queries.js';

const tree = { tree: 'area', own: ['code', 'official_name'], order: 'v.code' } as const;

/** The areas of a day, from the root down to the depth. */
export const areasOn = treeOn<AreaId, AreaKind, Area>(tree);

export const areaNodes = nodesOn<AreaId, Area>(tree);

export async function areaById(db: Database, id: AreaId, on: PlainDate | null = null): Promise<Area> {
  const [area] = await areaNodes(db, { ids: [id], on });
  if (!area) throw notFound('area');
  return area;
}

const MOST_FOUND = 50;

const foundAreas = statement<{ text: string; on: PlainDate | null }, { id: AreaId }>({
  name: 'search-areas',
  text: `
    SELECT area_id AS id
    FROM area_version v
    WHERE superseded_at IS NULL AND ${inForce('v', `coalesce(:on::date, ${today})`)}
      AND (v.code ^@ :text OR strpos(v.folded, (SELECT fold_han(:text))) > 0)
    ORDER BY v.code = :text DESC, length(v.name), v.code
    LIMIT ${MOST_FOUND}`,
});

/** Areas whose name, in whichever script, has the text in it, or whose code begins with it. */
export async function searchAreas(
  db: Database,
  wanted: { text: string; on: PlainDate | null },
): Promise<Area[]> {
  const ids = (await foundAreas(db, wanted)).map(({ id }) => id);
  const areas = new Map((await areaNodes(db, { ids, on: wanted.on })).map((area) => [area.id, area]));
  return ids.flatMap((id) => areas.get(id) ?? []);
}

/** The area as it stands today, for the types of other rooms: one statement for all of a request. */
export async function areaOf(request: Request, id: AreaId): Promise<Area> {
  const area = await areaToday(request, id);
  if (!area) throw notFound('area');
  return area;
}

const areaToday = batched(
  ({ db }, ids: readonly AreaId[]) => areaNodes(db, { ids, on: null }),
  (areas, id) => areas.find((area) => area.id === id),
);

const areaOnDay = batchedByDay(
  ({ db }, ids: readonly AreaId[], on) => areaNodes(db, { ids, on }),
  (areas, id) => areas.find((area) => area.id === id),
);

/** From the district down to the parent, as they stood when the area did. */
export async function ancestorsOfArea(request: Request, { lineage, on }: Area): Promise<Area[]> {
  const areas = await Promise.all(lineage.slice(0, -1).map((id) => areaOnDay(request, { id, on })));
  return areas.filter((area) => area !== undefined);
}

const areasCovered = statement<
  { ids: readonly OrganisationId[]; on: PlainDate },
  { organisationId: OrganisationId; areaId: AreaId }
>({
  name: 'areas-covered',
  text: `
    SELECT organisation_id, area_id FROM organisation_covers
    WHERE organisation_id = ANY (:ids) AND superseded_at IS NULL AND ${inForce('organisation_covers', ':on::date')}`,
});

/** The areas that an organisation covers on the day. */
export const areasCoveredBy = batchedByDay(
  async ({ db }, ids: readonly OrganisationId[], on) => {
    const pairs = await areasCovered(db, { ids, on });
    const areas = await areaNodes(db, { ids: pairs.map(({ areaId }) => areaId), on });
    const byId = new Map(areas.map((area) => [area.id, area]));
    return pairs.flatMap(({ organisationId, areaId }) => {
      const area = byId.get(areaId);
      return area ? [{ organisationId, area }] : [];
    });
  },
  (pairs, id) => pairs.filter(({ organisationId }) => organisationId === id).map(({ area }) => area),
);
