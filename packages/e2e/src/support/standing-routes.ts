import { type ApiClient, dayFromNow, newId } from '../api.js';

// Far enough that the resident's own bookings do not meet it, near enough for the page of the order.
const FIRST = 21;

/** The pages of a standing order, with one that is made for them. One line a route. */
export async function standingRoutes(
  resident: ApiClient,
  serviceId: string,
): Promise<readonly (readonly [string, string])[]> {
  const id = await someOrder(resident, serviceId);
  // Nothing is served on a Sunday.
  const isSunday = new Date(`${dayFromNow(FIRST)}T12:00:00Z`).getUTCDay() === 0;
  const day = dayFromNow(isSunday ? FIRST + 1 : FIRST);
  const answers = `days=12345&service=${serviceId}&from=${dayFromNow(1)}`;
  return [
    ['standing orders', '/bookings/standing'],
    ['standing order, which days', '/bookings/standing/new'],
    ['standing order, how', `/bookings/standing/new/how?${answers}`],
    ['standing order, from when', `/bookings/standing/new/from?${answers}`],
    ['standing order, check', `/bookings/standing/new/check?${answers}`],
    ['standing order', `/bookings/standing/${id}`],
    ['standing order, a day', `/bookings/standing/${id}/day/${day}`],
    ['standing order, a day otherwise', `/bookings/standing/${id}/day/${day}/change`],
    ['standing order, pause', `/bookings/standing/${id}/pause`],
    ['standing order, end', `/bookings/standing/${id}/end`],
  ];
}

async function someOrder(resident: ApiClient, serviceId: string): Promise<string> {
  const { me } = await resident.ask<{ me: { id: string } }>('{ me { id } }');
  const input = { id: newId(), beneficiaryId: me.id, serviceId, weekdays: [1, 2, 3, 4, 5, 6, 7] };
  const create = `mutation ($input: CreateStandingOrderInput!) {
    createStandingOrder(input: $input) { __typename ... on Refused { code details } } }`;
  const { createStandingOrder: made } = await resident.ask<{
    createStandingOrder: { __typename: string; details?: { orderId: string } };
  }>(create, { input: { ...input, from: dayFromNow(FIRST) } });
  return made.details?.orderId ?? input.id;
}
