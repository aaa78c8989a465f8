import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { ResourceId } from '@linli/domain/services/resources';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { auditCentre, centreToManage } from '../centres/index.js';
import type { Resource } from './resource.type.js';
import { resourceById } from './resources.js';

const mark = statement<{ id: ResourceId; retired: boolean }, never>({
  name: 'retire-resource',
  text: 'UPDATE resource SET retired_at = CASE WHEN :retired THEN now() END WHERE id = :id',
});

const needing = statement<{ id: ResourceId }, { name: string }>({
  name: 'services-needing-resource',
  text: `
    SELECT service.name FROM service_resource needed JOIN service ON service.id = needed.service_id
    WHERE needed.resource_id = :id ORDER BY service.name`,
});

/** Held with its centre: nothing is assigned while it goes out of use. */
async function resourceToManage(tx: Transaction, viewer: Viewer, id: ResourceId): Promise<Resource> {
  const [found] = await resourceById(tx, { id });
  if (!found) throw notFound('resource');
  await centreToManage(tx, viewer, found.centreId);
  const [resource] = await resourceById(tx, { id });
  return resource ?? found;
}

async function turn(
  tx: Transaction,
  viewer: Viewer,
  resource: Resource,
  retired: boolean,
): Promise<Resource> {
  const { id, centreId, kind, name } = resource;
  await mark(tx, { id, retired });
  await recordEvent(tx, {
    ...{ name: 'resources.saved', subjectId: centreId, payload: { resourceId: id } },
  });
  await auditCentre(tx, viewer, centreId, {
    action: retired ? 'RESOURCE_RETIRED' : 'RESOURCE_BROUGHT_BACK',
    ...{ subject: { kind: 'RESOURCE', id, name }, detail: { kind } },
  });
  return Object.assign(resource, { retired });
}

/** Out of use, when no service needs it any more; the refusal names those that do. */
export const retireResource = (
  db: Database,
  viewer: Viewer,
  { id }: { readonly id: ResourceId },
): Promise<Resource | Refused> =>
  transaction(db, async (tx) => {
    const resource = await resourceToManage(tx, viewer, id);
    if (resource.retired) return resource;
    const services = await needing(tx, { id });
    if (services.length > 0) {
      return new Refused(Refusal.RESOURCE_NEEDED, { services: services.map(({ name }) => name).join('、') });
    }
    return turn(tx, viewer, resource, true);
  });

export const bringBackResource = (
  db: Database,
  viewer: Viewer,
  { id }: { readonly id: ResourceId },
): Promise<Resource> =>
  transaction(db, async (tx) => {
    const resource = await resourceToManage(tx, viewer, id);
    return resource.retired ? turn(tx, viewer, resource, false) : resource;
  });
