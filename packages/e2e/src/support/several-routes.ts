import { type ApiClient, dayFromNow, newId } from '../api.js';
import { done } from './canteen.js';

interface Home {
  readonly home: {
    readonly centre: { readonly services: readonly { readonly id: string; readonly bookedAs: string }[] };
    readonly beneficiary: { readonly id: string };
  };
}
interface Offers {
  readonly seriesOffers: readonly {
    readonly runId: string | null;
    readonly series: { readonly id: string };
  }[];
}

/** The pages of a class and of a range of days, where the person's centre has both; a class that they have joined. */
export async function severalRoutes(resident: ApiClient): Promise<readonly (readonly [string, string])[]> {
  const { home } = await resident.ask<Home>(
    '{ home { centre { services { id bookedAs } } beneficiary { id } } }',
  );
  const of = (way: string) => home.centre.services.find(({ bookedAs }) => bookedAs === way)?.id ?? '';
  const [serviceId, rangeId, beneficiaryId] = [of('SERIES'), of('RANGE'), home.beneficiary.id];
  const { seriesOffers } = await resident.ask<Offers>(
    `query ($serviceId: ID!, $beneficiaryId: ID!) {
      seriesOffers(serviceId: $serviceId, beneficiaryId: $beneficiaryId) { runId series { id } } }`,
    { serviceId, beneficiaryId },
  );
  const [first, second] = seriesOffers;
  if (!first || !second) throw new Error('The centre has no two classes');
  let { runId } = first;
  if (!runId) {
    runId = newId();
    await done(resident, 'joinSeries', {
      ...{ id: runId, seriesId: first.series.id, beneficiaryId, channel: 'APP' },
    });
  }
  const days = `from=${dayFromNow(2)}&to=${dayFromNow(9)}`;
  return [
    ['classes', `/services/${serviceId}`],
    ['class, check', `/services/${serviceId}/join?series=${second.series.id}`],
    ['range, first day', `/services/${rangeId}`],
    ['range, last day', `/services/${rangeId}/until?${days}`],
    ['range, check', `/services/${rangeId}/days?${days}`],
    ['run', `/bookings/run/${runId}`],
    ['run, new', `/bookings/run/${runId}?new=1`],
  ];
}
