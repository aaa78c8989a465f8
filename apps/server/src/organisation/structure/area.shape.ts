import { one, type Part, type Shape } from '../../platform/straight/index.js';
import { inForce, today } from './tree.queries.js';

/** What an area is called, as of today; one that does not stand today as it stood last. Over `place`. */
const namesOfArea: Shape = {
  id: 'place.area_id',
  code: 'place.code',
  kind: 'place.kind',
  name: 'place.name',
  officialName: 'place.official_name',
  parentId: 'place.parent_id',
};

/** The area of a row of another room: `id` is the expression of its id. */
export const areaShape = (id: string): Part =>
  one(namesOfArea, {
    from: 'area_version place',
    where: `place.area_id = ${id} AND place.superseded_at IS NULL`,
    order: `${inForce('place', today)} DESC, place.valid_from DESC NULLS LAST`,
    limit: 1,
  });
