import type { PlainDate } from '@linli/domain/base';
import { statement, type Transaction } from '../../platform/database/index.js';

export interface Cover {
  readonly organisationId: string;
  readonly areaId: string;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

const insert = statement<{ rows: string }, never>({
  name: 'insert-covers',
  text: `
    INSERT INTO organisation_covers (organisation_id, area_id, valid_from, valid_to)
    SELECT "organisationId", "areaId", "validFrom", "validTo"
    FROM jsonb_to_recordset(:rows::jsonb) AS given ("organisationId" uuid, "areaId" uuid, "validFrom" date, "validTo" date)`,
});

export const insertCovers = async (tx: Transaction, covers: readonly Cover[]): Promise<void> => {
  if (covers.length > 0) await insert(tx, { rows: JSON.stringify(covers) });
};

export interface Ending {
  readonly id: string;
  readonly lastDay: PlainDate;
}

const endOf = (column: 'area_id' | 'organisation_id') =>
  statement<{ rows: string }, Cover & { lastDay: PlainDate }>({
    name: `end-covers-by-${column}`,
    text: `
      UPDATE organisation_covers SET superseded_at = now()
      FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "lastDay" date)
      WHERE ${column} = given.id AND superseded_at IS NULL AND coalesce(valid_to, 'infinity') > "lastDay"
      RETURNING organisation_id, area_id, valid_from, valid_to, "lastDay" AS last_day`,
  });
const endings = { area: endOf('area_id'), organisation: endOf('organisation_id') };

/** What is closed covers nothing, and is covered by nothing, after its last day. */
export async function endCovers(
  tx: Transaction,
  of: keyof typeof endings,
  ends: readonly Ending[],
): Promise<Cover[]> {
  if (ends.length === 0) return [];
  const ended = (await endings[of](tx, { rows: JSON.stringify(ends) })).map(({ lastDay, ...cover }) => ({
    ...cover,
    validTo: lastDay,
  }));
  // One that would end before it began was never to be.
  await insertCovers(
    tx,
    ended.filter(({ validFrom, validTo }) => validFrom === null || validFrom <= validTo),
  );
  return ended;
}
