import { type AreaId, can, type CentreId, reachOf, type Viewer } from '@linli/domain/access';
import { areaLineage } from '../../organisation/structure/index.js';
import type { Database } from '../../platform/database/index.js';
import { forbidden, notFound } from '../../platform/graphql/index.js';
import { Centre } from '../../services/centres/index.js';

/** The one place that a screen shows: a centre, or an area. */
export interface ShownPlace {
  readonly screenId: string;
  readonly areaId: AreaId | null;
  readonly centreId: CentreId | null;
}

export function shownPlace(viewer: Viewer): ShownPlace {
  const { areas, centres } = reachOf(viewer, 'SHOW_SCENE');
  const [areaId = null] = areas;
  const [centreId = null] = centres;
  if (areaId === null && centreId === null) throw forbidden();
  return { screenId: viewer.personId, areaId, centreId };
}

interface Wanted {
  readonly centreId?: CentreId | null | undefined;
  readonly areaId?: AreaId | null | undefined;
}

/** The place that somebody who looks after it wants to see as its wall would show it; beyond their reach it is not there. */
export async function previewedPlace(
  db: Database,
  viewer: Viewer,
  { centreId, areaId }: Wanted,
): Promise<Omit<ShownPlace, 'screenId'>> {
  if ((centreId == null) === (areaId == null)) throw notFound('centre');
  const centre = centreId == null ? null : await db.findOneBy(Centre, { id: centreId });
  const area = areaId ?? centre?.areaId;
  if (area === undefined) throw notFound('centre');
  const target = { areaLineage: await areaLineage(db, area), ...(centre && { centreId: centre.id }) };
  if (!can(viewer, 'MANAGE_SCREENS', target)) throw notFound(centre ? 'centre' : 'area');
  return { areaId: areaId ?? null, centreId: centreId ?? null };
}
