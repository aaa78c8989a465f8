import { type AreaId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlaceAreaInput } from '@linli/domain/organisation/positions';
import { actorOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  statement,
  type Transaction,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { AreaPosition } from './position.type.js';

const positionsBelow = statement<{ id: AreaId }, AreaPosition>({
  name: 'area-positions-below',
  text: `
    SELECT area_id, latitude, longitude FROM area_position JOIN area ON area.id = area_id
    WHERE area.id = :id OR area.parent_id = :id ORDER BY area.code`,
});

/** Of the area and of those right below it, as far as they are known. */
export const areaPositions = (db: Database, id: AreaId): Promise<AreaPosition[]> =>
  positionsBelow(db, { id });

const areaWithinReach = statement<Reach & { id: AreaId }, { name: string }>({
  name: 'area-to-place',
  text: `SELECT name FROM area WHERE id = :id AND ${withinReach({ areaLineage: 'lineage' })}`,
});

const upsertPosition = statement<PlaceAreaInput, AreaPosition>({
  name: 'place-area',
  text: `
    INSERT INTO area_position (area_id, latitude, longitude) VALUES (:areaId, :latitude, :longitude)
    ON CONFLICT (area_id) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude
    RETURNING area_id, latitude, longitude`,
});

export const placeArea = (db: Database, viewer: Viewer, input: PlaceAreaInput): Promise<AreaPosition> =>
  transaction(db, async (tx) => {
    const { areaId: id } = input;
    const [area] = await areaWithinReach(tx, { id, ...reachOf(viewer, 'CHANGE_STRUCTURE') });
    if (!area) throw notFound('area');
    const [position] = await upsertPosition(tx, input);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'AREA_PLACED',
      subject: { kind: 'AREA', id, name: area.name },
      places: { areaIds: [id] },
    });
    return position ?? input;
  });

const insertPositions = statement<{ rows: string }, never>({
  name: 'furnish-area-positions',
  text: `
    INSERT INTO area_position (area_id, latitude, longitude)
    SELECT "areaId", latitude, longitude
    FROM jsonb_to_recordset(:rows::jsonb) AS given ("areaId" uuid, latitude double precision, longitude double precision)
    ON CONFLICT DO NOTHING`,
});

/** Many at once, for filling an empty database. */
export async function furnishPositions(tx: Transaction, positions: readonly PlaceAreaInput[]): Promise<void> {
  await insertPositions(tx, { rows: JSON.stringify(positions) });
}
