import type { CentreId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { SessionId } from '@linli/domain/services/centres';
import type { ResourceId } from '@linli/domain/services/resources';
import { type Database, statement } from '../../platform/database/index.js';
import { batched } from '../../platform/graphql/index.js';
import { centreFor, type Service, sessionsByIds } from '../centres/index.js';
import type { ResourceTaking } from './resource.type.js';

interface Day {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

type HoldRow = Omit<ResourceTaking, 'session'> & { readonly sessionId: SessionId };

const holdsOfDay = statement<Day, HoldRow>({
  name: 'resource-takings',
  text: `
    SELECT hold.resource_id, hold.session_id, lower(hold.span) AS "from", upper(hold.span) AS until
    FROM resource_hold hold JOIN resource ON resource.id = hold.resource_id
    WHERE resource.centre_id = :centreId AND hold.span && tstzrange(
      :day::date::timestamp AT TIME ZONE 'Asia/Shanghai', (:day::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
    ORDER BY lower(hold.span), hold.resource_id`,
});

/** When each resource of a centre is taken on that day, and by which session. */
export async function resourceTakings(db: Database, viewer: Viewer, day: Day): Promise<ResourceTaking[]> {
  await centreFor(db, viewer, 'MANAGE_SERVICES', day.centreId);
  const holds = await holdsOfDay(db, day);
  const sessions = await sessionsByIds(db, [...new Set(holds.map(({ sessionId }) => sessionId))]);
  return holds.flatMap(({ sessionId, ...hold }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    return session ? [{ ...hold, session }] : [];
  });
}

const services = statement<{ ids: readonly ResourceId[] }, Service & { resourceId: ResourceId }>({
  name: 'services-of-resources',
  text: `
    SELECT service.*, needed.resource_id
    FROM service_resource needed JOIN service ON service.id = needed.service_id
    WHERE needed.resource_id = ANY (:ids::uuid[]) ORDER BY service.name`,
});

/** Which services need it. */
export const servicesNeeding = batched(
  ({ db }, ids: readonly ResourceId[]) => services(db, { ids }),
  (rows, id): Service[] => rows.filter(({ resourceId }) => resourceId === id),
);
