import { areaShape } from '../../organisation/structure/index.js';
import type { Shape } from '../../platform/straight/index.js';

/** Over `centre`. */
export const centreShape: Shape = {
  id: 'centre.id',
  name: 'centre.name',
  kind: 'centre.kind',
  address: 'centre.address',
  phone: 'centre.phone',
  area: areaShape('centre.area_id'),
};
