import type { AreaId, CentreId, Viewer } from '@linli/domain/access';
import type { PlaceName } from './places.scenario.js';
import type { Outcome, Reply } from './refusal-driver.scenario.js';

export interface Tried {
  readonly viewer: Viewer | undefined;
  readonly name: PlaceName;
  readonly area: AreaId;
  readonly centre: CentreId;
}
export interface Operation {
  /** Makes what is to be changed; what it gives back is tried between two looks at every row. */
  (tried: Tried): Promise<() => Promise<Reply & { outcome?: Outcome }>>;
  readonly isRead?: boolean;
}
export const read = (operation: Operation): Operation => Object.assign(operation, { isRead: true });
