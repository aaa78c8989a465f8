import type { PlainDate } from '@linli/domain/base';
import type { AreaId, AreaKind, StructureUnit } from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';

/** An area as known now, whatever the day. */
export interface KnownArea extends StructureUnit {
  readonly id: AreaId;
  readonly name: string;
  readonly parentId: AreaId | null;
  readonly lineage: readonly AreaId[];
  /** First day of its latest version. */
  readonly since: PlainDate | null;
}

type Row = Omit<KnownArea, 'parentCode'> & { kind: AreaKind };

const latestAreas = statement<object, Row>({
  name: 'latest-areas',
  text: `
    SELECT area.id, code, kind, name, official_name, parent_id, lineage, valid_from, valid_to, since
    FROM area JOIN (
      SELECT area_id, max(valid_from) AS since FROM area_version WHERE superseded_at IS NULL GROUP BY area_id
    ) latest ON latest.area_id = area.id
    ORDER BY code, valid_to NULLS LAST`,
});

export interface KnownAreas {
  readonly byId: ReadonlyMap<AreaId, KnownArea>;
  /** Not closed by the day. */
  readonly inForce: ReadonlyMap<string, KnownArea>;
  /** Codes that nothing in force has, with the last day that they meant something. */
  readonly closed: ReadonlyMap<string, PlainDate>;
  readonly root: KnownArea | undefined;
}

export async function knownAreas(db: Database, day: PlainDate): Promise<KnownAreas> {
  const rows = await latestAreas(db, {});
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const all = rows.map((row): KnownArea => ({
    ...row,
    parentCode: row.parentId === null ? null : (codes.get(row.parentId) ?? null),
  }));
  const isClosed = ({ validTo }: KnownArea) => validTo !== null && validTo < day;
  const inForce = new Map(all.filter((area) => !isClosed(area)).map((area) => [area.code, area]));
  const closed = all.filter((area) => isClosed(area) && !inForce.has(area.code));
  return {
    byId: new Map(all.map((area) => [area.id, area])),
    inForce,
    closed: new Map(closed.map(({ code, validTo }) => [code, validTo ?? day])),
    root: all.find(({ parentId }) => parentId === null),
  };
}

const TREES = 4_111_104;
const lock = statement<{ key: number }, never>({
  name: 'lock-trees',
  text: 'SELECT pg_advisory_xact_lock(:key)',
});

/** Changes to the trees take turns: each is checked against a tree that stands still. */
export const lockTrees = async (tx: Transaction): Promise<void> => {
  await lock(tx, { key: TREES });
};
