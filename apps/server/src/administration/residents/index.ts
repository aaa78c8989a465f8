import type { BoundedContext } from '../../platform/bounded-context.js';
import { DeskDoorResolver } from './desk-door.resolver.js';
import { DeskResidentsResolver } from './desk-residents.resolver.js';

/** What staff do with residents: they know the centres, which people do not. */
export const deskResidents: BoundedContext = {
  entities: [],
  migrations: [],
  resolvers: [DeskResidentsResolver, DeskDoorResolver],
};
