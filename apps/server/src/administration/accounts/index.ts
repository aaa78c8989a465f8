import type { BoundedContext } from '../../platform/bounded-context.js';
import { AccountsResolver } from './account.resolver.js';
import { DutyPlaceResolver } from './duty-place.resolver.js';

export { type FirstCadre, firstCadreInput, makeFirstCadre } from './first-cadre.js';
export { createAccount, grantDuty } from './grant-duty.js';

/** Who looks after whose account. */
export const accountsOffice: BoundedContext = {
  entities: [],
  migrations: [],
  resolvers: [AccountsResolver, DutyPlaceResolver],
};
