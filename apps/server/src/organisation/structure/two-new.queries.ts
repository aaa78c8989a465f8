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

// The units that operate today, within an area.
const operating = `
  two_new_unit JOIN area ON area.id = two_new_unit.area_id
  WHERE (:areaId::uuid IS NULL OR area.lineage @> ARRAY[:areaId::uuid]) AND ${inForce('two_new_unit', today)}`;

interface Within {
  readonly areaId: AreaId | null;
}
const minimum = FULL_MEMBERS_FOR_A_BRANCH;

const unitsWithin = statement<Within & { field: TwoNewField | null; minimum: number }, TwoNewUnit>({
  name: 'two-new-units',
  text: `
    SELECT two_new_unit.id, two_new_unit.name, field, area_id, area.name AS area_name, members,
      members >= :minimum::int AS should_have_own, cover, organisation_id, last_activity_on
    FROM ${operating} AND (:field::text IS NULL OR field = :field)
    ORDER BY field, last_activity_on NULLS FIRST, two_new_unit.name`,
});

/** The units by name; those without any activity, and those longest without, come first. */
export const twoNewUnits = (
  db: Database,
  areaId: AreaId | null,
  field: TwoNewField | null,
): Promise<TwoNewUnit[]> => unitsWithin(db, { areaId, field, minimum });

const countedByField = statement<Within & { minimum: number }, TwoNewCoverage>({
  name: 'two-new-coverage',
  text: `
    SELECT field, count(*)::int AS units,
      count(*) FILTER (WHERE cover IN ('OWN', 'JOINT'))::int AS with_organisation,
      count(*) FILTER (WHERE cover <> 'NONE')::int AS with_work_cover,
      count(*) FILTER (WHERE members >= :minimum::int)::int AS should_have_own,
      count(*) FILTER (WHERE cover = 'OWN')::int AS own,
      count(*) FILTER (WHERE cover = 'JOINT')::int AS joint
    FROM ${operating} GROUP BY field`,
});

const NONE = { units: 0, withOrganisation: 0, withWorkCover: 0, shouldHaveOwn: 0, own: 0, joint: 0 };

/** All four fields, also one without units. */
export async function twoNewCoverage(db: Database, areaId: AreaId | null): Promise<TwoNewCoverage[]> {
  const rows = await countedByField(db, { areaId, minimum });
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
}

const insertUnits = statement<{ rows: string }, never>({
  name: 'insert-two-new-units',
  text: `
    INSERT INTO two_new_unit (id, name, field, area_id, members, cover, organisation_id, last_activity_on)
    SELECT id, name, field, "areaId", members, cover, "organisationId", "lastActivityOn"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, name text, field text, "areaId" uuid, members int,
      cover text, "organisationId" uuid, "lastActivityOn" date)`,
});

export const recordTwoNewUnits = async (tx: Transaction, units: readonly TwoNewToRecord[]): Promise<void> => {
  await insertUnits(tx, { rows: JSON.stringify(units) });
};
