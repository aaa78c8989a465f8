import type { BoundedContext } from '../../platform/bounded-context.js';
import { Becoming1763800002350 } from './becoming.migration.js';
import { BecomingResolver } from './becoming.resolver.js';
import { ProlongedApproval1763800002352 } from './prolonged-approval.migration.js';

export { openDossier, takeStep } from './becoming-verbs.js';
export { extendProbation, prolongApproval, reviewActivist, stopDossier } from './dossier-verbs.js';

/** 發展黨員 From the application to the archive. */
export const becoming: BoundedContext = {
  entities: [],
  migrations: [Becoming1763800002350, ProlongedApproval1763800002352],
  resolvers: [BecomingResolver],
};
