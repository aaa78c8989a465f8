import { Action, type AreaId, can, holds, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { CentreId } from '@linli/domain/services/centres';
import { areaLineageOf } from '../../organisation/structure/index.js';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, type Request } from '../../platform/graphql/index.js';
import type { Centre } from './centre.entity.js';
import type { ClosedDay, OpeningHours } from './centre.type.js';
import type { Service } from './service.entity.js';
import { selectClosedDays, selectHours } from './timetable-facts.js';

const selectCentres = statement<Reach & { areaId: AreaId | null }, Centre>({
  name: 'centres',
  text: `
    SELECT centre.* FROM centre JOIN area ON area.id = centre.area_id
    WHERE (:areaId::uuid IS NULL OR area.lineage @> ARRAY[:areaId::uuid])
      AND ${withinReach({ areaLineage: 'area.lineage', centre: 'centre.id' })}
    ORDER BY centre.kind <> 'NEIGHBOURHOOD_CENTRE', centre.name, centre.id`,
});

/** The centres of an area and all below it, or of the whole district. */
export const centresIn = (db: Database, viewer: Viewer, areaId: AreaId | null): Promise<Centre[]> =>
  selectCentres(db, { areaId, ...reachOf(viewer, 'BROWSE_SERVICES') });

const selectByIds = statement<{ ids: readonly CentreId[] }, Centre>({
  name: 'centres-by-ids',
  text: 'SELECT * FROM centre WHERE id = ANY (:ids)',
});

/** Centres that other rooms show; whoever asks has asked for the right to. */
export const centresByIds = (db: Database, ids: readonly CentreId[]): Promise<Centre[]> =>
  selectByIds(db, { ids });

export const openingHoursOf = batched(
  ({ db }, ids: readonly CentreId[]) => selectHours(db, { ids }),
  (rows, id): OpeningHours[] => rows.filter(({ centreId }) => centreId === id),
);

/** `key` is the centre, the first and the last day, with a space between. */
const closedDaysByKey = batched(
  async ({ db }, keys: readonly string[]) => {
    const asked = keys.map(partsOf);
    const [first, ...others] = asked;
    if (!first) return [];
    return selectClosedDays(db, {
      ids: [...new Set(asked.map(({ centreId }) => centreId))],
      from: others.reduce((day, { from }) => (from < day ? from : day), first.from),
      to: others.reduce((day, { to }) => (to > day ? to : day), first.to),
    });
  },
  (rows, key): ClosedDay[] => {
    const { centreId, from, to } = partsOf(key);
    return rows.filter((row) => row.centreId === centreId && from <= row.day && row.day <= to);
  },
);

function partsOf(key: string) {
  const [centreId, from, to] = key.split(' ') as [CentreId, PlainDate, PlainDate];
  return { centreId, from, to };
}

export const closedDaysOf = (request: Request, id: CentreId, range: { from: PlainDate; to: PlainDate }) =>
  closedDaysByKey(request, `${id} ${range.from} ${range.to}`);

const selectServices = statement<{ ids: readonly CentreId[]; all: boolean }, Service>({
  name: 'services-of-centres',
  text: `
    SELECT * FROM service WHERE centre_id = ANY (:ids) AND (active OR :all::boolean)
    ORDER BY category <> 'MEAL', category, meal, name, id`,
});

/** Residents see what is on offer; those who manage services see the rest too. */
export const servicesOf = batched(
  ({ db, viewer }, ids: readonly CentreId[]) =>
    selectServices(db, { ids, all: holds(viewer, 'MANAGE_SERVICES') }),
  (rows, id) => rows.filter(({ centreId }) => centreId === id),
);

/** What the viewer may do here, for the people of this centre or for themselves. */
export async function actionsAt(request: Request, { id, areaId }: Centre): Promise<Action[]> {
  const { viewer } = request;
  const target = {
    centreId: id,
    personId: viewer.personId,
    areaLineage: await areaLineageOf(request, areaId),
  };
  return Object.values(Action).filter((action) => can(viewer, action, target));
}
