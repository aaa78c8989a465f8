import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { testDatabase } from '../../testing/index.js';
import { standingOrdersOfCentre } from './centre-orders.js';
import { inDays, ordered, standingOrderScenario } from './standing-orders.scenario.js';

const database = testDatabase();
const { given, when, lunches, does } = standingOrderScenario(database);

const ofCentre = (viewer: Viewer, centreId: string, { ended = false, first = 50, after = '' } = {}) =>
  standingOrdersOfCentre(database(), viewer, { centreId: centreId as never, ended, first, after });
const idsOf = ({ edges }: Awaited<ReturnType<typeof ofCentre>>) => edges.map(({ node }) => node.id);

it('lists the orders of a centre page by page, each once, and of no other centre', async () => {
  const lunch = await lunches(1);
  const { centreId } = lunch.on(1);
  const elsewhere = await lunches(1, { centre: await given.centre(), meal: 'DINNER' });
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => given.resident()));
  const orders: string[] = [];
  for (const person of people) orders.push((await does.orders(person, lunch)).id);
  const [first] = people;
  if (first) await does.orders(first, elsewhere);

  const clerk = given.staff(centreId);
  const seen: string[] = [];
  let after = '';
  for (let page = 0; page < 3; page += 1) {
    const { edges, pageInfo } = await ofCentre(clerk, centreId, { first: 2, after });
    seen.push(...edges.map(({ node }) => node.id));
    expect(pageInfo.hasNextPage).toBe(page < 2);
    after = pageInfo.endCursor ?? '';
  }
  expect(seen.toSorted()).toEqual(orders.toSorted());
  expect(new Set(seen).size).toBe(5);
});

it('what has ended stands apart, what is to end later does not', async () => {
  const lunch = await lunches(3);
  const { centreId } = lunch.on(1);
  const [lan, chen, zhao] = [await given.resident(), await given.resident(), await given.resident()];
  const [over, later, never] = [
    await does.orders(lan, lunch),
    await does.orders(chen, lunch),
    await does.orders(zhao, lunch, { from: inDays(2) }),
  ];
  ordered(await does.ends(lan, over, -1));
  ordered(await does.ends(chen, later, 1));
  ordered(await does.ends(zhao, never, 0));

  const clerk = given.staff(centreId);
  const [standing, ended] = [
    await ofCentre(clerk, centreId),
    await ofCentre(clerk, centreId, { ended: true }),
  ];
  expect(idsOf(standing)).toEqual([later.id]);
  expect(idsOf(ended).toSorted()).toEqual([over.id, never.id].toSorted());
  expect(ended.edges.every(({ node }) => node.state === 'ENDED')).toBe(true);
  expect(standing.edges.map(({ node }) => node.state)).toEqual(['STANDING']);
});

it('counts the days to come that could not be booked', async () => {
  const lunch = await lunches(2, { capacity: 1 });
  const [chen, lan] = [await given.resident(), await given.resident()];
  await when.hasBooked(chen, lunch.on(1));
  await does.orders(lan, lunch);
  const { edges } = await ofCentre(given.staff(lunch.on(1).centreId), lunch.on(1).centreId);
  expect(edges.map(({ node }) => node.refusedDays)).toEqual([1]);
});

it('is for whoever receives the people of the centre', async () => {
  const lunch = await lunches(1);
  const lan = await given.resident();
  await does.orders(lan, lunch);
  const { centreId } = lunch.on(1);
  await expect(ofCentre(lan, centreId)).rejects.toThrow();
  await expect(ofCentre(given.staff(await given.centre()), centreId)).rejects.toThrow();
});
