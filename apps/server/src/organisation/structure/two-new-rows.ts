import { addDays, type PlainDate } from '@linli/domain/base';
import type { AreaId, OrganisationId, TwoNewCover, TwoNewField } from '@linli/domain/organisation/structure';
import { newUuid, statement, type Transaction } from '../../platform/database/index.js';

/** What a unit is from the day on. */
export interface TwoNewState {
  readonly name: string;
  readonly members: number;
  readonly cover: TwoNewCover;
  readonly organisationId: OrganisationId | null;
}

export interface TwoNewVersionRow extends TwoNewState {
  readonly unitId: string;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly documentNumber: string | null;
  readonly recordedBy: string | null;
}

const insertUnits = statement<{ rows: string }, never>({
  name: 'insert-two-new-units',
  text: `
    INSERT INTO two_new_unit (id, field, area_id, valid_from)
    SELECT id, field, "areaId", "validFrom"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, field text, "areaId" uuid, "validFrom" date)`,
});

const insertVersions = statement<{ rows: string }, never>({
  name: 'insert-two-new-versions',
  text: `
    INSERT INTO two_new_version (unit_id, name, members, cover, organisation_id, valid_from, valid_to, document_number,
      recorded_by)
    SELECT "unitId", name, members, cover, "organisationId", "validFrom", "validTo", "documentNumber", "recordedBy"
    FROM jsonb_to_recordset(:rows::jsonb) AS given ("unitId" uuid, name text, members int, cover text,
      "organisationId" uuid, "validFrom" date, "validTo" date, "documentNumber" text, "recordedBy" text)`,
});

export const insertTwoNewVersions = async (
  tx: Transaction,
  rows: readonly TwoNewVersionRow[],
): Promise<void> => {
  await insertVersions(tx, { rows: JSON.stringify(rows) });
};

export const insertTwoNewUnits = async (
  tx: Transaction,
  rows: readonly {
    readonly id: string;
    readonly field: TwoNewField;
    readonly areaId: AreaId;
    readonly validFrom: PlainDate | null;
  }[],
): Promise<void> => {
  await insertUnits(tx, { rows: JSON.stringify(rows) });
};

interface Activity {
  readonly id: string;
  readonly unitId: string;
  readonly heldOn: PlainDate;
  readonly title: string | null;
  readonly recordedBy: string | null;
}

const insertActivities = statement<{ rows: string }, { id: string }>({
  name: 'insert-two-new-activities',
  text: `
    INSERT INTO two_new_activity (id, unit_id, held_on, title, recorded_by)
    SELECT id, "unitId", "heldOn", title, "recordedBy"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "unitId" uuid, "heldOn" date, title text, "recordedBy" text)
    ON CONFLICT (id) DO NOTHING RETURNING id`,
});

/** True when all of them are new. */
export async function insertTwoNewActivities(tx: Transaction, rows: readonly Activity[]): Promise<boolean> {
  return (await insertActivities(tx, { rows: JSON.stringify(rows) })).length === rows.length;
}

export interface TwoNewToRecord extends TwoNewState {
  readonly id: string;
  readonly field: TwoNewField;
  readonly areaId: AreaId;
  readonly lastActivityOn: PlainDate | null;
  /** The first day in business, and the first under its cover. Null: before records. */
  readonly validFrom: PlainDate | null;
  readonly coveredFrom: PlainDate | null;
}

/** Many at once, with what became of them so far; for sample data. */
export async function recordTwoNewUnits(tx: Transaction, units: readonly TwoNewToRecord[]): Promise<void> {
  await insertTwoNewUnits(tx, units);
  await insertTwoNewVersions(tx, units.flatMap(versionsOf));
  await insertTwoNewActivities(
    tx,
    units.flatMap(({ id: unitId, lastActivityOn: heldOn }) =>
      heldOn === null ? [] : [{ id: newUuid(), unitId, heldOn, title: null, recordedBy: null }],
    ),
  );
}

function versionsOf(unit: TwoNewToRecord): TwoNewVersionRow[] {
  const { id: unitId, name, members, cover, organisationId, validFrom, coveredFrom } = unit;
  const row = { unitId, name, members, validTo: null, documentNumber: null, recordedBy: null };
  const covered = { ...row, cover, organisationId, validFrom: coveredFrom ?? validFrom };
  if (coveredFrom === null || (validFrom !== null && validFrom >= coveredFrom)) return [covered];
  const before = {
    cover: 'NONE' as const,
    organisationId: null,
    validFrom,
    validTo: addDays(coveredFrom, -1),
  };
  return [{ ...row, ...before }, covered];
}
