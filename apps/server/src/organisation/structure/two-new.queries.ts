import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  FULL_MEMBERS_FOR_A_BRANCH,
  type OrganisationId,
  type TwoNewCover,
  TwoNewField,
} from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import type { TwoNewCoverage, TwoNewUnit } from './two-new.type.js';
import { inForce, today } from './tree.queries.js';

// The units that operate on the day, within an area, as they stood then: before the day on which its cover began a unit
// had none, and an organisation that was not in force covered nothing.
const standing = `
  WITH asked AS (SELECT coalesce(:on::date, ${today}) AS day), standing AS (
    SELECT two_new_unit.*, area.name AS area_name, day,
      coalesce(covered_from <= day, true) AND (organisation_id IS NULL OR EXISTS (
        SELECT FROM organisation_version o
        WHERE o.organisation_id = two_new_unit.organisation_id AND o.superseded_at IS NULL AND ${inForce('o', 'day')}
      )) AS is_covered
    FROM asked, two_new_unit JOIN area ON area.id = two_new_unit.area_id
    WHERE (:areaId::uuid IS NULL OR area.lineage @> ARRAY[:areaId::uuid]) AND ${inForce('two_new_unit', 'day')}
  ), then_so AS (
    SELECT id, name, field, area_id, area_name, members,
      CASE WHEN is_covered THEN cover ELSE 'NONE' END AS cover,
      CASE WHEN is_covered THEN organisation_id END AS organisation_id,
      CASE WHEN last_activity_on <= day THEN last_activity_on END AS last_activity_on
    FROM standing
  )`;

interface Within {
  readonly areaId: AreaId | null;
  /** Null: today. */
  readonly on: PlainDate | null;
}
const minimum = FULL_MEMBERS_FOR_A_BRANCH;

const unitsWithin = statement<Within & { field: TwoNewField | null; minimum: number }, TwoNewUnit>({
  name: 'two-new-units',
  text: `${standing}
    SELECT *, members >= :minimum::int AS should_have_own
    FROM then_so WHERE :field::text IS NULL OR field = :field
    ORDER BY field, last_activity_on NULLS FIRST, name`,
});

/** The units by name, as they stood; those without any activity, and those longest without, come first. */
export const twoNewUnits = (
  db: Database,
  within: Within & { readonly field: TwoNewField | null },
): Promise<TwoNewUnit[]> => unitsWithin(db, { ...within, minimum });

const countedByField = statement<Within & { minimum: number }, TwoNewCoverage>({
  name: 'two-new-coverage',
  text: `${standing}
    SELECT field, count(*)::int AS units,
      count(*) FILTER (WHERE cover IN ('OWN', 'JOINT'))::int AS with_organisation,
      count(*) FILTER (WHERE cover <> 'NONE')::int AS with_work_cover,
      count(*) FILTER (WHERE members >= :minimum::int)::int AS should_have_own,
      count(*) FILTER (WHERE cover = 'OWN')::int AS own,
      count(*) FILTER (WHERE cover = 'JOINT')::int AS joint
    FROM then_so GROUP BY field`,
});

const NONE = { units: 0, withOrganisation: 0, withWorkCover: 0, shouldHaveOwn: 0, own: 0, joint: 0 };

/** All four fields, also one without units. */
export async function twoNewCoverage(db: Database, within: Within): Promise<TwoNewCoverage[]> {
  const rows = await countedByField(db, { ...within, minimum });
  return Object.values(TwoNewField).map(
    (field) => rows.find((row) => row.field === field) ?? { field, ...NONE },
  );
}

export interface TwoNewToRecord {
  readonly id: string;
  readonly name: string;
  readonly field: TwoNewField;
  readonly areaId: AreaId;
  readonly members: number;
  readonly cover: TwoNewCover;
  readonly organisationId: OrganisationId | null;
  readonly lastActivityOn: PlainDate | null;
  /** The first day in business, and the first under its cover. Null: before records. */
  readonly validFrom: PlainDate | null;
  readonly coveredFrom: PlainDate | null;
}

const insertUnits = statement<{ rows: string }, never>({
  name: 'insert-two-new-units',
  text: `
    INSERT INTO two_new_unit (id, name, field, area_id, members, cover, organisation_id, last_activity_on, valid_from,
      covered_from)
    SELECT id, name, field, "areaId", members, cover, "organisationId", "lastActivityOn", "validFrom", "coveredFrom"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, name text, field text, "areaId" uuid, members int,
      cover text, "organisationId" uuid, "lastActivityOn" date, "validFrom" date, "coveredFrom" date)`,
});

export const recordTwoNewUnits = async (tx: Transaction, units: readonly TwoNewToRecord[]): Promise<void> => {
  await insertUnits(tx, { rows: JSON.stringify(units) });
};
