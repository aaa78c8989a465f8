import { caredFor } from '@linli/domain/access';
import { many, type StraightQuery } from '../../platform/straight/index.js';
import { homeJoins } from './home.js';
import { residentShape } from './resident.shape.js';

/** Of several who let one care the order is that of their names in Chinese, which is the resolver's to know. */
export const straightPeople: StraightQuery<object> = {
  parameters: (viewer) => {
    const elders = caredFor(viewer, 'BOOKINGS');
    return elders.length > 1 ? undefined : { ids: [viewer.personId, ...elders] };
  },
  answer: (asking) =>
    many(residentShape(asking), {
      from: 'resident',
      joins: homeJoins,
      where: 'resident.id = ANY (:ids::uuid[])',
      order: 'resident.id = :viewerId::uuid DESC, resident.name',
    }),
};
