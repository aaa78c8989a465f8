import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId, ServiceId } from '@linli/domain/services/centres';
import type { AssignResourcesInput, ResourceId, SaveResourceInput } from '@linli/domain/services/resources';
import {
  type Database,
  isExclusionViolation,
  isUniqueViolation,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { batched, notFound, Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { auditCentre, centreFor, centreToManage, type Service, serviceToManage } from '../centres/index.js';
import type { Resource } from './resource.type.js';
import { workerFor } from './worker-accounts.js';

const columns =
  'resource.id, resource.centre_id, resource.kind, resource.name, retired_at IS NOT NULL AS retired, account_id';

const ofCentre = statement<{ centreId: CentreId }, Resource>({
  name: 'resources-of-centre',
  text: `SELECT ${columns} FROM resource WHERE centre_id = :centreId ORDER BY kind, name`,
});

export const resourceById = statement<{ id: ResourceId }, Resource>({
  name: 'resource-by-id',
  text: `SELECT ${columns} FROM resource WHERE id = :id`,
});

const ofServices = statement<{ ids: readonly ServiceId[] }, Resource & { serviceId: ServiceId }>({
  name: 'resources-of-services',
  text: `
    SELECT ${columns}, needed.service_id
    FROM service_resource needed JOIN resource ON resource.id = needed.resource_id
    WHERE needed.service_id = ANY (:ids::uuid[]) ORDER BY kind, name`,
});

const saved = statement<SaveResourceInput & { accountId: PersonId | null }, Resource>({
  name: 'save-resource',
  text: `
    INSERT INTO resource (id, centre_id, kind, name, account_id)
    VALUES (:id, :centreId, :kind, :name, :accountId)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, account_id = excluded.account_id
    WHERE resource.centre_id = excluded.centre_id AND resource.kind = excluded.kind
    RETURNING ${columns}`,
});

/** Everything that a centre's sessions can take. */
export async function resourcesOf(db: Database, viewer: Viewer, centreId: CentreId): Promise<Resource[]> {
  await centreFor(db, viewer, 'MANAGE_SERVICES', centreId);
  return ofCentre(db, { centreId });
}

/** What each session of a service takes. */
export const resourcesOfService = batched(
  ({ db }, ids: readonly ServiceId[]) => ofServices(db, { ids }),
  (rows, id): Resource[] => rows.filter(({ serviceId }) => serviceId === id),
);

/** A room stays a room, at its centre; another name is the same room. */
export const saveResource = (
  db: Database,
  viewer: Viewer,
  input: SaveResourceInput,
): Promise<Resource | Refused> =>
  transaction(db, async (tx) => {
    await centreToManage(tx, viewer, input.centreId);
    const [before] = await resourceById(tx, { id: input.id });
    const accountId = input.accountId === undefined ? (before?.accountId ?? null) : input.accountId;
    if (accountId && accountId !== before?.accountId) await workerFor(tx, input.centreId, accountId);
    const [resource] = await saved(tx, {
      ...input,
      accountId,
      name: await asStored(input.name, [before?.name]),
    });
    if (!resource) return new Refused(Refusal.CONFLICT);
    const { id, name } = resource;
    await recordEvent(tx, {
      ...{ name: 'resources.saved', subjectId: input.centreId, payload: { resourceId: id } },
    });
    await auditCentre(tx, viewer, input.centreId, {
      ...{ action: 'RESOURCE_SAVED', subject: { kind: 'RESOURCE', id, name }, detail: { kind: input.kind } },
    });
    return resource;
  }).catch((error: unknown) => {
    // Two of one name could not be told apart in a refusal.
    if (isUniqueViolation(error)) return new Refused(Refusal.NAME_TAKEN, { name: input.name });
    throw error;
  });

interface Assignment {
  readonly serviceId: ServiceId;
  readonly centreId: CentreId;
  readonly resourceIds: readonly ResourceId[];
}

const drop = statement<Assignment, { id: ResourceId }>({
  name: 'drop-service-resources',
  text: `
    DELETE FROM service_resource WHERE service_id = :serviceId AND resource_id <> ALL (:resourceIds::uuid[])
    RETURNING resource_id AS id`,
});

const add = statement<Assignment, { id: ResourceId }>({
  name: 'add-service-resources',
  text: `
    INSERT INTO service_resource (service_id, resource_id, centre_id)
    SELECT :serviceId, resource.id, resource.centre_id FROM resource
    WHERE resource.id = ANY (:resourceIds::uuid[]) AND resource.centre_id = :centreId
    ORDER BY resource.id
    ON CONFLICT DO NOTHING
    RETURNING resource_id AS id`,
});

/** Who would be in two sessions at once, should the service's booked sessions take these. */
const inTheWay = statement<Omit<Assignment, 'centreId'>, { resource: string; until: Date }>({
  name: 'resource-in-the-way',
  text: `
    SELECT resource.name AS resource, upper(held.span) AS until
    FROM session
      JOIN service ON service.id = session.service_id
      JOIN resource ON resource.id = ANY (:resourceIds::uuid[])
      JOIN resource_hold held ON held.resource_id = resource.id AND held.session_id <> session.id
        AND held.span && tstzrange(session.starts_at, session.ends_at + service.turnaround_minutes * interval '1 minute')
    WHERE session.service_id = :serviceId AND session.ends_at > now() AND session.state = 'SCHEDULED'
    ORDER BY session.starts_at, resource.name LIMIT 1`,
});

function missing(): never {
  throw notFound('resource');
}

async function assignInside(
  tx: Transaction,
  viewer: Viewer,
  input: AssignResourcesInput,
): Promise<Service | Refused> {
  const service = await serviceToManage(tx, viewer, input.serviceId);
  const { id, centreId, name } = service;
  const known = new Map((await ofCentre(tx, { centreId })).map((resource) => [resource.id, resource]));
  const wanted = input.resourceIds.map((resource) => known.get(resource) ?? missing());
  const retired = wanted.find((resource) => resource.retired);
  if (retired) return new Refused(Refusal.RESOURCE_RETIRED, { resource: retired.name });
  const assignment = { serviceId: id, centreId, resourceIds: input.resourceIds };
  const changed = [...(await drop(tx, assignment)), ...(await add(tx, assignment))];
  if (changed.length > 0) {
    await recordEvent(tx, {
      ...{ name: 'resources.assigned', subjectId: centreId, payload: { serviceId: id } },
    });
    await auditCentre(tx, viewer, centreId, {
      ...{ action: 'RESOURCES_ASSIGNED', subject: { kind: 'SERVICE', id, name } },
      detail: { resources: input.resourceIds.length },
    });
  }
  return service;
}

/** What is booked already takes them at once: when one of them is elsewhere at that time, nothing changes. */
export const assignResources = (
  db: Database,
  viewer: Viewer,
  input: AssignResourcesInput,
): Promise<Service | Refused> =>
  transaction(db, (tx) => assignInside(tx, viewer, input)).catch(async (error: unknown) => {
    if (!isExclusionViolation(error)) throw error;
    const { serviceId, resourceIds } = input;
    const [taken] = await inTheWay(db, { serviceId, resourceIds });
    const until = taken?.until.toISOString() ?? '';
    return new Refused(Refusal.RESOURCE_TAKEN, { resource: taken?.resource ?? '', until });
  });
