import { can, type Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { CreateCentreInput } from '@linli/domain/services/centres';
import { areaLineage } from '../../organisation/structure/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { Centre } from './centre.entity.js';
import { selectHours } from './timetable-facts.js';

type CentreRow = Omit<CreateCentreInput, 'openingHours'>;

const insertCentre = statement<CentreRow, Centre>({
  name: 'insert-centre',
  text: `
    INSERT INTO centre (id, name, kind, area_id, address, phone, latitude, longitude)
    VALUES (:id, :name, :kind, :areaId, :address, :phone, :latitude, :longitude)
    ON CONFLICT (id) DO NOTHING RETURNING *`,
});

const insertHours = statement<{ centreId: string; rows: string }, never>({
  name: 'insert-opening-hours',
  text: `
    INSERT INTO opening_hours (centre_id, weekday, opens, closes)
    SELECT :centreId, weekday, opens, closes
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (weekday int, opens text, closes text)`,
});

/** A centre with its hours, in an area that the viewer manages. The same again is the same centre. */
export const createCentre = (
  db: Database,
  viewer: Viewer,
  { openingHours, ...centre }: CreateCentreInput,
): Promise<Centre | Refused> =>
  transaction(db, async (tx) => {
    const lineage = await areaLineage(tx, centre.areaId);
    if (!can(viewer, 'MANAGE_SERVICES', { areaLineage: lineage })) throw notFound('area');
    const [created] = await insertCentre(tx, centre);
    if (!created) {
      const before = await tx.findOneByOrFail(Centre, { id: centre.id });
      const hours = (await selectHours(tx, { ids: [centre.id] })).map(wordOf);
      const same =
        Object.entries(centre).every(([key, value]) => before[key as keyof Centre] === value) &&
        hours.toSorted().join() === openingHours.map(wordOf).toSorted().join();
      return same ? before : new Refused(Refusal.CONFLICT);
    }
    await insertHours(tx, { centreId: centre.id, rows: JSON.stringify(openingHours) });
    await recordEvent(tx, { name: 'centres.centre-created', subjectId: centre.id, payload: {} });
    return created;
  });

const wordOf = ({ weekday, opens, closes }: CreateCentreInput['openingHours'][number]): string =>
  `${weekday} ${opens} ${closes}`;
