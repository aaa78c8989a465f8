import type { PlainDate } from '@linli/domain/base';
import type { AreaId, OrganisationId } from '@linli/domain/organisation/structure';
import { statement, type Transaction } from '../../platform/database/index.js';
import { inForce } from './tree.queries.js';

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
  /** Of this area alone, where a `pair` ends. */
  readonly areaId?: AreaId;
  readonly lastDay: PlainDate;
}

const endOf = (name: string, where: string) =>
  statement<{ rows: string }, Cover & { lastDay: PlainDate }>({
    name: `end-covers-by-${name}`,
    text: `
      UPDATE organisation_covers SET superseded_at = now()
      FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "areaId" uuid, "lastDay" date)
      WHERE ${where} AND superseded_at IS NULL AND coalesce(valid_to, 'infinity') > "lastDay"
      RETURNING organisation_id, area_id, valid_from, valid_to, "lastDay" AS last_day`,
  });
const endings = {
  area: endOf('area', 'area_id = given.id'),
  organisation: endOf('organisation', 'organisation_id = given.id'),
  pair: endOf('pair', 'organisation_id = given.id AND area_id = given."areaId"'),
};

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

const coversOn = statement<{ ids: readonly OrganisationId[]; on: PlainDate }, Covering>({
  name: 'covers-on',
  text: `
    SELECT covers.organisation_id, covers.area_id, area.name
    FROM organisation_covers covers JOIN area ON area.id = covers.area_id
    WHERE covers.organisation_id = ANY (:ids) AND superseded_at IS NULL AND ${inForce('covers', ':on::date')}
    ORDER BY area.code, area.id`,
});

export interface Covering {
  readonly organisationId: OrganisationId;
  readonly areaId: AreaId;
  /** Of the area. */
  readonly name: string;
}

/** What each of them covers on the day, as known now. */
export const coveringOn = (
  tx: Transaction,
  ids: readonly OrganisationId[],
  on: PlainDate,
): Promise<Covering[]> => coversOn(tx, { ids, on });

const lastChange = statement<{ ids: readonly OrganisationId[] }, { since: PlainDate | null }>({
  name: 'last-change-of-covers',
  text: `
    SELECT max(greatest(valid_from, valid_to + 1)) AS since FROM organisation_covers
    WHERE organisation_id = ANY (:ids) AND superseded_at IS NULL`,
});

/** The day from which what they cover is as it is now: like every change of a tree, a later one is not put in between. */
export async function coversSince(
  tx: Transaction,
  ids: readonly OrganisationId[],
): Promise<PlainDate | null> {
  const [row] = await lastChange(tx, { ids });
  return row?.since ?? null;
}
