import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  daysOfSeries,
  FULL_MEMBERS_FOR_A_BRANCH,
  TwoNewField,
  type TwoNewUnitId,
} from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { dayOfToday } from './coverage.queries.js';
import { inForce } from './tree.queries.js';
import type {
  TwoNewActivity,
  TwoNewCoverage,
  TwoNewPoint,
  TwoNewUnit,
  TwoNewVersion,
} from './two-new.type.js';

// The units that operate on each of the days, within an area, as they stood then: an organisation that was not in force
// covered nothing.
const standing = `
  WITH asked AS (SELECT DISTINCT unnest(:days::date[]) AS day), then_so AS (
    SELECT two_new_unit.id, v.name, field, area_id, area.name AS area_name, v.members, day,
      CASE WHEN o.id IS NULL AND v.organisation_id IS NOT NULL THEN 'NONE' ELSE v.cover END AS cover,
      o.organisation_id
    FROM asked CROSS JOIN two_new_unit
    JOIN area ON area.id = two_new_unit.area_id
    JOIN two_new_version v ON v.unit_id = two_new_unit.id AND v.superseded_at IS NULL
    LEFT JOIN organisation_version o
      ON o.organisation_id = v.organisation_id AND o.superseded_at IS NULL AND ${inForce('o', 'asked.day')}
    WHERE (:areaId::uuid IS NULL OR area.lineage @> ARRAY[:areaId::uuid])
      AND (:unitId::uuid IS NULL OR two_new_unit.id = :unitId) AND ${inForce('v', 'asked.day')}
  )`;

interface Within {
  readonly areaId: AreaId | null;
  /** Null: today. */
  readonly on: PlainDate | null;
}
interface Days {
  readonly areaId: AreaId | null;
  /** Null: all of them. */
  readonly unitId: TwoNewUnitId | null;
  readonly days: readonly PlainDate[];
}
const minimum = FULL_MEMBERS_FOR_A_BRANCH;

const unitsWithin = statement<Days & { field: TwoNewField | null; minimum: number }, TwoNewUnit>({
  name: 'two-new-units',
  text: `${standing}
    SELECT then_so.*, members >= :minimum::int AS should_have_own, last.held_on AS last_activity_on,
      last.title AS last_activity
    FROM then_so LEFT JOIN LATERAL (
      SELECT held_on, title FROM two_new_activity activity
      WHERE activity.unit_id = then_so.id AND held_on <= day ORDER BY held_on DESC, id DESC LIMIT 1
    ) last ON true
    WHERE :field::text IS NULL OR field = :field
    ORDER BY field, last_activity_on NULLS FIRST, name`,
});

const dayOf = async (db: Database, on: PlainDate | null): Promise<PlainDate> => on ?? (await dayOfToday(db));

/** The units by name, as they stood; those without any activity, and those longest without, come first. */
export const twoNewUnits = async (
  db: Database,
  { areaId, on, field }: Within & { readonly field: TwoNewField | null },
): Promise<TwoNewUnit[]> =>
  unitsWithin(db, { areaId, unitId: null, days: [await dayOf(db, on)], field, minimum });

/** One unit as it stood on the day. */
export async function twoNewUnit(db: Database, unitId: TwoNewUnitId, on: PlainDate): Promise<TwoNewUnit> {
  const [unit] = await unitsWithin(db, { areaId: null, unitId, days: [on], field: null, minimum });
  if (!unit) throw notFound('two-new unit');
  return unit;
}

const counts = `count(*)::int AS units,
      count(*) FILTER (WHERE cover IN ('OWN', 'JOINT'))::int AS with_organisation,
      count(*) FILTER (WHERE cover <> 'NONE')::int AS with_work_cover`;

const countedByField = statement<Days & { minimum: number }, TwoNewCoverage>({
  name: 'two-new-coverage',
  text: `${standing}
    SELECT field, ${counts},
      count(*) FILTER (WHERE members >= :minimum::int)::int AS should_have_own,
      count(*) FILTER (WHERE cover = 'OWN')::int AS own,
      count(*) FILTER (WHERE cover = 'JOINT')::int AS joint
    FROM then_so GROUP BY field`,
});

const countedByDay = statement<Days, TwoNewPoint>({
  name: 'two-new-series',
  text: `${standing} SELECT day AS "on", ${counts} FROM then_so GROUP BY day`,
});

/** 兩個覆蓋 over a time: its first day, the last of each month, and its last day. */
export async function twoNewSeries(
  db: Database,
  { areaId, from, to }: { readonly areaId: AreaId | null; readonly from: PlainDate; readonly to: PlainDate },
): Promise<TwoNewPoint[]> {
  const days = daysOfSeries(from, to);
  const rows = await countedByDay(db, { areaId, unitId: null, days });
  return days.map(
    (on) => rows.find((row) => row.on === on) ?? { on, units: 0, withOrganisation: 0, withWorkCover: 0 },
  );
}

const NONE = { units: 0, withOrganisation: 0, withWorkCover: 0, shouldHaveOwn: 0, own: 0, joint: 0 };

/** All four fields, also one without units. */
export async function twoNewCoverage(db: Database, { areaId, on }: Within): Promise<TwoNewCoverage[]> {
  const rows = await countedByField(db, { areaId, unitId: null, days: [await dayOf(db, on)], minimum });
  return Object.values(TwoNewField).map(
    (field) => rows.find((row) => row.field === field) ?? { field, ...NONE },
  );
}

const versionsOf = statement<{ ids: readonly TwoNewUnitId[] }, TwoNewVersion & { unitId: TwoNewUnitId }>({
  name: 'two-new-versions',
  text: `
    SELECT unit_id, v.id, v.name, members, cover, v.valid_from, v.valid_to, document_number, recorded_by, recorded_at,
      organisation.name AS organisation_name
    FROM two_new_version v LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE unit_id = ANY (:ids) AND superseded_at IS NULL ORDER BY v.valid_from DESC NULLS LAST`,
});

/** What became of a unit, the last first. */
export const historyOfUnit = batched(
  ({ db }, ids: readonly TwoNewUnitId[]) => versionsOf(db, { ids }),
  (rows, id): TwoNewVersion[] => rows.filter(({ unitId }) => unitId === id),
);

const MOST_ACTIVITIES = 50;

const activitiesOf = statement<{ ids: readonly TwoNewUnitId[] }, TwoNewActivity & { unitId: TwoNewUnitId }>({
  name: 'two-new-activities',
  text: `
    SELECT activity.* FROM unnest(:ids::uuid[]) AS asked (id) CROSS JOIN LATERAL (
      SELECT unit_id, id, held_on, title, recorded_by FROM two_new_activity WHERE unit_id = asked.id
      ORDER BY held_on DESC, id DESC LIMIT ${MOST_ACTIVITIES}) activity`,
});

/** The last of them. */
export const activitiesOfUnit = batched(
  ({ db }, ids: readonly TwoNewUnitId[]) => activitiesOf(db, { ids }),
  (rows, id): TwoNewActivity[] => rows.filter(({ unitId }) => unitId === id),
);
