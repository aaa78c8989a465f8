import { type CentreId, personId, type Viewer } from '@linli/domain/access';
import type { ServiceId } from '@linli/domain/services/centres';
import { resourceId, type ResourceKind } from '@linli/domain/services/resources';
import { idOf, sampleCentres } from '@linli/sample';
import type { Transaction } from '../platform/database/index.js';
import { assignResources, saveResource } from '../services/resources/index.js';

type Taken = readonly [kind: ResourceKind, name: string, account?: string | null];

/** Who goes to people's homes, and whether they sign in. */
const GOING: Readonly<Record<string, readonly [name: string, account: string | null]>> = {
  BATHING: ['助浴員 王芳', 'shabei.shangmen'],
  HAIRCUT: ['理髮師 陳師傅', null],
};

/** What a session of these takes besides places. */
const TAKEN: Readonly<Record<string, readonly Taken[]>> = {
  BATHING: [
    ['PERSON', '助浴員'],
    ['ROOM', '助浴間'],
    ['EQUIPMENT', '移位機'],
  ],
  VENUE: [['ROOM', '乒乓球室']],
};

/** Rooms, helpers and equipment of the sample centres, as their staff would enter them. */
export async function furnishResources(tx: Transaction, viewer: Viewer): Promise<void> {
  for (const { id, services } of sampleCentres) {
    const centreId = id as CentreId;
    for (const service of services) {
      const [worker, account] = GOING[service.category] ?? ['', null];
      const taken: readonly Taken[] = service.atHome
        ? [['PERSON', worker, account]]
        : (TAKEN[service.category] ?? []);
      const resources = taken.map(([kind, name, signsIn = null]) => ({
        ...{ id: resourceId.parse(idOf(`resource ${id} ${name}`)), centreId, kind, name },
        accountId: signsIn === null ? null : personId.parse(idOf(`account ${signsIn}`)),
      }));
      if (resources.length === 0) continue;
      for (const resource of resources) await saveResource(tx, viewer, resource);
      const resourceIds = resources.map((resource) => resource.id);
      await assignResources(tx, viewer, { serviceId: service.id as ServiceId, resourceIds });
    }
  }
}
