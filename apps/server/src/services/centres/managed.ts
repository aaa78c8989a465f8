import { type Action, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { CentreId, ServiceId } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Centre } from './centre.entity.js';
import type { Service } from './service.entity.js';

const reach = withinReach({ areaLineage: 'area.lineage', centre: 'centre.id' });

const centreWithinReach = statement<Reach & { id: CentreId }, Centre>({
  name: 'centre-within-reach',
  text: `
    SELECT centre.* FROM centre JOIN area ON area.id = centre.area_id
    WHERE centre.id = :id AND ${reach}`,
});

// Timetables and closed days of one centre are changed one after the other. Bookings do not wait for it.
const lockCentre = statement<{ id: CentreId }, never>({
  name: 'lock-centre',
  text: 'SELECT FROM centre WHERE id = :id FOR NO KEY UPDATE',
});

const serviceWithinReach = statement<Reach & { id: ServiceId }, Service>({
  name: 'service-within-reach',
  text: `
    SELECT service.* FROM service
    JOIN centre ON centre.id = service.centre_id JOIN area ON area.id = centre.area_id
    WHERE service.id = :id AND ${reach}`,
});

/** The centre, when the viewer may do this to it; otherwise there is none. */
export async function centreFor(db: Database, viewer: Viewer, action: Action, id: CentreId): Promise<Centre> {
  const [centre] = await centreWithinReach(db, { id, ...reachOf(viewer, action) });
  if (!centre) throw notFound('centre');
  return centre;
}

/** The same, to be changed: whoever else wants to change it waits until this transaction ends. */
export async function centreToManage(tx: Transaction, viewer: Viewer, id: CentreId): Promise<Centre> {
  const centre = await centreFor(tx, viewer, 'MANAGE_SERVICES', id);
  await lockCentre(tx, { id });
  return centre;
}

export async function serviceFor(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: ServiceId,
): Promise<Service> {
  const [service] = await serviceWithinReach(db, { id, ...reachOf(viewer, action) });
  if (!service) throw notFound('service');
  return service;
}

export async function serviceToManage(tx: Transaction, viewer: Viewer, id: ServiceId): Promise<Service> {
  const { centreId } = await serviceFor(tx, viewer, 'MANAGE_SERVICES', id);
  await lockCentre(tx, { id: centreId });
  // Read again: what was waited for may have changed it.
  return serviceFor(tx, viewer, 'MANAGE_SERVICES', id);
}

export { lockCentre };
