import type { AreaId, CentreId, Duty, OrganisationId, Target } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const inForce = (row: string): string => `${row}.superseded_at IS NULL
  AND ${TODAY} BETWEEN coalesce(${row}.valid_from, '-infinity') AND coalesce(${row}.valid_to, 'infinity')`;

// What a party organisation stands for on the map: all that its areas have in common, or, where it has none, those of
// the nearest one above that has. A joint branch of two towns belongs to the district.
const commonGround = `
  SELECT array_agg(step ORDER BY level) AS lineage
  FROM (
    SELECT step, level
    FROM organisation_covers covers JOIN area covered ON covered.id = covers.area_id,
      unnest(covered.lineage) WITH ORDINALITY path(step, level)
    WHERE covers.organisation_id = nearest.id AND ${inForce('covers')}
    GROUP BY step, level
    HAVING count(*) = (SELECT count(*) FROM organisation_covers covers
                       WHERE covers.organisation_id = nearest.id AND ${inForce('covers')})
  ) common`;

/** Joins to rows named `duty` where each is held: `area_lineage`, `organisation_lineage` of the row `place`. */
export const dutyPlace = `
  LEFT JOIN area duty_area ON duty_area.id = duty.area_id
  LEFT JOIN organisation duty_organisation ON duty_organisation.id = duty.organisation_id
  LEFT JOIN centre duty_centre ON duty_centre.id = duty.centre_id
  LEFT JOIN area served ON served.id = duty_centre.area_id
  LEFT JOIN LATERAL (
    SELECT step AS id FROM unnest(duty_organisation.lineage) WITH ORDINALITY path(step, level)
    WHERE EXISTS (SELECT FROM organisation_covers covers WHERE covers.organisation_id = step AND ${inForce('covers')})
    ORDER BY level DESC LIMIT 1
  ) nearest ON true
  LEFT JOIN LATERAL (${commonGround}) ground ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(duty_area.lineage, served.lineage, ground.lineage) AS area_lineage,
      duty_organisation.lineage AS organisation_lineage, duty_centre.id AS centre_id
  ) place`;

interface Row {
  readonly areaLineage: AreaId[] | null;
  readonly organisationLineage: OrganisationId[] | null;
  readonly centreId: CentreId | null;
}

const selectPlaces = statement<
  {
    areaIds: readonly (AreaId | null)[];
    organisationIds: readonly (OrganisationId | null)[];
    centreIds: readonly (CentreId | null)[];
  },
  Row
>({
  name: 'places-of-duties',
  text: `
    SELECT place.area_lineage, place.organisation_lineage, place.centre_id
    FROM unnest(:areaIds::uuid[], :organisationIds::uuid[], :centreIds::uuid[])
      WITH ORDINALITY AS duty(area_id, organisation_id, centre_id, nth)
      ${dutyPlace}
    ORDER BY nth`,
});

/** Where each duty is held, with all that it lies in; an empty target for a place that does not exist. */
export async function placesOfDuties(db: Database, duties: readonly Omit<Duty, 'role'>[]): Promise<Target[]> {
  const rows = await selectPlaces(db, {
    areaIds: duties.map(({ areaId }) => areaId),
    organisationIds: duties.map(({ organisationId }) => organisationId),
    centreIds: duties.map(({ centreId }) => centreId),
  });
  return rows.map(({ areaLineage, organisationLineage, centreId }) => ({
    ...(areaLineage && { areaLineage }),
    ...(organisationLineage && { organisationLineage }),
    ...(centreId && { centreId }),
  }));
}

const selectName = statement<Omit<Duty, 'role'>, { name: string }>({
  name: 'name-of-duty-place',
  text: `
    SELECT name FROM area WHERE id = :areaId::uuid
    UNION ALL SELECT name FROM organisation WHERE id = :organisationId::uuid
    UNION ALL SELECT name FROM centre WHERE id = :centreId::uuid`,
});

/** What the place is called now: the trail keeps it as it was. */
export async function nameOfPlace(
  db: Database,
  { areaId, organisationId, centreId }: Omit<Duty, 'role'>,
): Promise<string | null> {
  const [place] = await selectName(db, { areaId, organisationId, centreId });
  return place?.name ?? null;
}
