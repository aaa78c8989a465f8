import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { bookingId } from '@linli/domain/services/bookings';
import { testApi, newId, statementsOf } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';
import { canteen, DESK, SHEET } from './canteen.scenario.js';

const { database, ask, listen } = testApi();
const { given, when, today } = bookingScenario(database);

it('the desk shows who is expected and who came, in few statements, and the trail knows who looked', async () => {
  const { centre, now, staff } = await canteen(given);
  const people = [
    await given.resident({ name: '孫長河' }),
    await given.resident({ name: '馬秋蓮', allergies: ['PEANUT'] }),
  ] as const;
  await when.walksIn(staff, now, people[0]);
  await when.hasBooked(staff, now, {
    beneficiaryId: people[1].personId,
    channel: 'COUNTER',
    texture: 'LIQUID',
  });

  let reply: Awaited<ReturnType<typeof ask>> = {};
  const names = await statementsOf(database(), async () => {
    reply = await ask(staff, DESK, { centre, day: today() });
  });

  expect(reply.errors).toBeUndefined();
  expect(reply.data?.desk).toMatchObject({
    sessions: [{ id: now.id, title: '午餐・堂食', taken: 2, checkedIn: 1, placesLeft: 3 }],
    arrivals: [
      {
        state: 'CHECKED_IN',
        viewerCan: ['UNDO_CHECK_IN'],
        bookedByStaff: true,
        beneficiary: { name: '孫長河' },
      },
      { state: 'CONFIRMED', texture: 'LIQUID', beneficiary: { name: '馬秋蓮', allergies: ['PEANUT'] } },
    ],
  });
  expect(names.length).toBeLessThanOrEqual(7);
  const trail = await database().query<{ detail: { ids: string[] } }[]>(
    `SELECT detail FROM audit_entry WHERE actor_id = $1 AND action = 'DESK_SHOWN'`,
    [staff.personId],
  );
  expect(trail.map(({ detail }) => detail.ids)).toEqual([people.map(({ personId }) => personId).toSorted()]);
  await ask(staff, DESK, { centre, day: today() });
  expect(
    await database().query(`SELECT FROM audit_entry WHERE actor_id = $1 AND action = 'DESK_SHOWN'`, [
      staff.personId,
    ]),
  ).toHaveLength(1);
});

it('the kitchen cooks what is ordered: sheet, orders and places agree, and slips tell what came late', async () => {
  const { centre, now, staff } = await canteen(given);
  const kitchen = given.worker('KITCHEN', { centreId: centre });
  const eats = (texture: 'REGULAR' | 'SOFT', allergies: 'PEANUT'[] = []) =>
    given.resident({ texture, allergies });
  const [one, two, three] = [await eats('REGULAR'), await eats('SOFT'), await eats('REGULAR', ['PEANUT'])];
  await when.walksIn(staff, now, one);
  await when.walksIn(staff, now, two);
  const overridden = await when.hasBooked(staff, now, {
    beneficiaryId: three.personId,
    channel: 'COUNTER',
    allowAllergens: true,
  });

  const sheet = async () => (await ask(kitchen, SHEET, { centre, day: today() })).data?.kitchenSheet;
  expect(await sheet()).toMatchObject({
    ...{ orders: 3, served: 2, totals: { dineIn: 3, pickUp: 0, delivery: 0, total: 3 } },
    textures: [
      { texture: 'REGULAR', counts: { dineIn: 2, total: 2 } },
      { texture: 'SOFT', counts: { dineIn: 1, total: 1 } },
      { texture: 'LIQUID', counts: { total: 0 } },
    ],
    dishes: [
      { dish: '宮保雞丁', texture: 'REGULAR', counts: { total: 1 } },
      { dish: '小米南瓜粥', texture: 'REGULAR', counts: { total: 2 } },
      { dish: '小米南瓜粥', texture: 'SOFT', counts: { total: 1 } },
      { dish: '小米南瓜粥', texture: 'LIQUID', counts: { total: 0 } },
    ],
    allergies: [
      {
        ticketNumber: overridden.ticketNumber,
        allergens: ['PEANUT'],
        clashes: ['宮保雞丁'],
        overridden: true,
        way: 'DINE_IN',
      },
    ],
    freezes: [{ way: 'DINE_IN', frozen: true, serves: expect.stringMatching(/^\d\d:\d\d–\d\d:\d\d$/) }],
  });
  const { slips } = (await sheet()) as { slips: { by: string; change: number }[] };
  expect(slips.map(({ by, change }) => [by, change])).toEqual(Array(3).fill([staff.name, 1]));
});

it('a booking is news of its centre, for whoever comes back with the cursor too, and says no more than ids', async () => {
  const { centre, now, staff } = await canteen(given);
  const { cursor } = (await ask(staff, DESK, { centre, day: today() })).data?.desk as { cursor: string };
  const query =
    'subscription ($centre: ID!, $after: String) { centreNews(centreId: $centre, after: $after) { name subjectId cursor at } }';
  const client = await listen(await given.resident());
  const live = client.iterate({ query, variables: { centre } }).next();
  await sleep(300); // The protocol has no word for "subscribed".
  const started = Date.now();

  await ask(staff, `mutation ($input: BookInput!) { book(input: $input) { __typename } }`, {
    input: {
      id: newId(bookingId),
      sessionId: now.id,
      beneficiaryId: (await given.resident()).personId,
      channel: 'COUNTER',
    },
  });

  const news = { name: 'bookings.booked', subjectId: centre };
  expect((await live).value).toMatchObject({ data: { centreNews: news } });
  expect(Date.now() - started).toBeLessThan(2000);
  const missed = await client.iterate({ query, variables: { centre, after: cursor } }).next();
  expect(missed.value).toMatchObject({ data: { centreNews: news } });
  await client.dispose();
});
