import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  COVERING_KINDS,
  daysOfSeries,
  type OrganisationId,
} from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Area } from './area.entity.js';
import { areaNodes, areasOn } from './area.queries.js';
import { type Coverage, type CoveragePoint, type CoverageRow, pointOf } from './coverage.type.js';
import type { Organisation } from './organisation.entity.js';
import { organisationNodes } from './organisation.queries.js';
import { inForce, today } from './tree.queries.js';

/**
 * The estates of each day, each once for every area above it. An estate is in the tree from the day it is handed over;
 * natural villages, compounds and single buildings are not counted. However many days are asked for, each estate climbs
 * once, with the time in which its whole way stands.
 */
const estatesOfDays = `
  WITH RECURSIVE asked AS (SELECT DISTINCT unnest(:days::date[]) AS day), way AS (
    SELECT v.area_id AS estate_id, v.area_id, v.parent_id, coalesce(v.valid_from, '-infinity') AS since,
      coalesce(v.valid_to, 'infinity') AS until
    FROM area_version v WHERE v.kind = 'ESTATE' AND v.superseded_at IS NULL
    UNION ALL
    SELECT estate_id, v.area_id, v.parent_id, greatest(since, coalesce(v.valid_from, '-infinity')),
      least(until, coalesce(v.valid_to, 'infinity'))
    FROM way JOIN area_version v ON v.area_id = way.parent_id AND v.superseded_at IS NULL
      AND coalesce(v.valid_from, '-infinity') <= until AND coalesce(v.valid_to, 'infinity') >= since
  ), climb AS (
    SELECT day, estate_id, area_id, parent_id FROM way JOIN asked ON day BETWEEN since AND until
  ), covering AS (
    SELECT day, covers.area_id, covers.organisation_id
    FROM asked
    JOIN organisation_covers covers ON covers.superseded_at IS NULL AND ${inForce('covers', 'day')}
    JOIN organisation_version o ON o.organisation_id = covers.organisation_id AND o.superseded_at IS NULL
      AND o.kind = ANY (:kinds) AND ${inForce('o', 'day')}
  )`;

interface Days {
  readonly days: readonly PlainDate[];
  readonly areaId: AreaId | null;
}
type Kinds = Days & { readonly kinds: readonly string[] };
interface Count {
  readonly areaId: AreaId;
  readonly on: PlainDate;
  readonly estates: number;
  readonly covered: number;
}

const count = (name: string, where: string) =>
  statement<Kinds, Count>({
    name,
    text: `${estatesOfDays}
      SELECT climb.area_id, climb.day AS "on", count(*)::int AS estates, count(covered.area_id)::int AS covered
      FROM climb LEFT JOIN (SELECT DISTINCT day, area_id FROM covering) covered
        ON covered.day = climb.day AND covered.area_id = climb.estate_id
      WHERE ${where}
      GROUP BY climb.area_id, climb.day`,
  });

const countWithin = count(
  'coverage',
  'climb.area_id = coalesce(:areaId::uuid, (SELECT id FROM area WHERE parent_id IS NULL))',
);
const countOfChildren = count(
  'coverage-of-children',
  'climb.parent_id = coalesce(:areaId::uuid, (SELECT id FROM area WHERE parent_id IS NULL))',
);

const kinds = COVERING_KINDS;

/** The rate of an area, or of the district, on each of the days. */
export async function coverageOnDays(db: Database, { areaId, days }: Days): Promise<CoveragePoint[]> {
  const counts = await countWithin(db, { areaId, days, kinds });
  return days.map((on) =>
    pointOf(
      on,
      counts.find((each) => each.on === on),
    ),
  );
}

/** The rate over a time: its first day, the last of each month, and its last day. */
export const coverageSeries = (
  db: Database,
  { areaId, from, to }: { readonly areaId: AreaId | null; readonly from: PlainDate; readonly to: PlainDate },
): Promise<CoveragePoint[]> => coverageOnDays(db, { areaId, days: daysOfSeries(from, to) });

interface Day {
  readonly areaId: AreaId | null;
  readonly on: PlainDate | null;
}

/** The rate of an area, or of the district, on a day, or today. */
export async function coverageOn(db: Database, { areaId, on }: Day): Promise<Coverage> {
  const area = await placeOn(db, { areaId, on });
  const [point] = await coverageOnDays(db, { areaId, days: [area.on] });
  return Object.assign({ area }, point ?? pointOf(area.on));
}

/** The rate of each area right below. */
export async function coverageOfChildren(db: Database, { areaId, on }: Day): Promise<Coverage[]> {
  const areas = await areasOn(db, { rootId: areaId, depth: 1, on, kinds: null });
  const parent = areas[0];
  if (!parent) return [];
  const counts = await countOfChildren(db, { areaId, days: [parent.on], kinds });
  return areas
    .filter(({ parentId, kind }) => parentId === parent.id && kind !== 'GRID')
    .map((area) => {
      const count = counts.find((each) => each.areaId === area.id);
      return Object.assign({ area }, pointOf(parent.on, count));
    });
}

async function placeOn(db: Database, { areaId, on }: Day): Promise<Area> {
  const [area] = areaId
    ? await areaNodes(db, { ids: [areaId], on })
    : await areasOn(db, { rootId: null, depth: 0, on, kinds: null });
  if (!area) throw notFound('area');
  return on === null ? area : Object.assign(area, { on });
}

interface EstateRow {
  readonly estateId: AreaId;
  readonly communityId: AreaId | null;
  readonly organisationIds: readonly OrganisationId[];
}

const estateRows = statement<Kinds, EstateRow>({
  name: 'coverage-rows',
  text: `${estatesOfDays}
    SELECT within.estate_id, community.area_id AS community_id,
      ARRAY(SELECT organisation_id FROM covering WHERE covering.area_id = within.estate_id ORDER BY 1) AS organisation_ids
    FROM climb within
    LEFT JOIN (climb community JOIN area ON area.id = community.area_id AND area.kind IN ('COMMUNITY', 'VILLAGE'))
      ON community.estate_id = within.estate_id
    WHERE within.area_id = coalesce(:areaId::uuid, (SELECT id FROM area WHERE parent_id IS NULL))`,
});

interface CoveredEstate {
  readonly on: PlainDate;
  readonly estateId: AreaId;
  /** None: it is of the gap. */
  readonly organisationIds: readonly OrganisationId[];
}
const coveringRows = statement<Kinds, CoveredEstate>({
  name: 'covering-of-days',
  text: `${estatesOfDays}
    SELECT climb.day AS "on", climb.estate_id,
      coalesce(array_agg(covering.organisation_id) FILTER (WHERE covering.organisation_id IS NOT NULL), '{}')
        AS organisation_ids
    FROM climb LEFT JOIN covering ON covering.day = climb.day AND covering.area_id = climb.estate_id
    WHERE climb.area_id = coalesce(:areaId::uuid, (SELECT id FROM area WHERE parent_id IS NULL))
    GROUP BY climb.day, climb.estate_id`,
});

/** Which organisations cover each estate of an area on each of the days. */
export const coveringOnDays = (db: Database, asked: Days): Promise<CoveredEstate[]> =>
  coveringRows(db, { ...asked, kinds });

/** The named list behind the rate: numerator and gap together are the denominator. */
export async function coverageRows(
  db: Database,
  { areaId, on, covered }: Day & { readonly covered: boolean | null },
): Promise<CoverageRow[]> {
  const day = on ?? (await dayOfToday(db));
  const rows = (await estateRows(db, { areaId, days: [day], kinds })).filter(
    ({ organisationIds }) => covered === null || covered === organisationIds.length > 0,
  );
  const areaIds = [
    ...new Set(
      rows.flatMap(({ estateId, communityId }) => [estateId, ...(communityId ? [communityId] : [])]),
    ),
  ];
  const areas = byId(await areaNodes(db, { ids: areaIds, on: day }));
  const ids = [...new Set(rows.flatMap(({ organisationIds }) => organisationIds))];
  const organisations = byId<Organisation>(await organisationNodes(db, { ids, on: day }));
  return rows
    .flatMap(({ estateId, communityId, organisationIds }): CoverageRow[] => {
      const estate = areas.get(estateId);
      const community = communityId ? areas.get(communityId) : undefined;
      return estate
        ? [{ estate, community, organisations: organisationIds.flatMap((id) => organisations.get(id) ?? []) }]
        : [];
    })
    .toSorted((a, b) => (a.estate.code < b.estate.code ? -1 : 1));
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const readToday = statement<object, { day: PlainDate }>({
  name: 'structure-today',
  text: `SELECT ${today} AS day`,
});

export async function dayOfToday(db: Database): Promise<PlainDate> {
  const [row] = (await readToday(db, {})) as [{ day: PlainDate }];
  return row.day;
}
