import type { BoundedContext } from '../../platform/bounded-context.js';
import { Pairing1763800008000 } from './pairing.migration.js';
import { PairingResolver } from './pairing.resolver.js';
import { Screen } from './screen.entity.js';
import { ScreenPlaceResolver } from './screen-place.resolver.js';

export { Screen } from './screen.entity.js';

export const pairing: BoundedContext = {
  entities: [Screen],
  migrations: [Pairing1763800008000],
  resolvers: [PairingResolver, ScreenPlaceResolver],
};
