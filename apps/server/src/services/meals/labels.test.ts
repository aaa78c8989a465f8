import { expect, it } from '@jest/globals';
import { testApi } from '../../testing/index.js';
import { booked, bookingScenario } from '../bookings/booking.scenario.js';
import { canteen } from './canteen.scenario.js';

const { database, ask } = testApi();
const { given, when } = bookingScenario(database);

const BOTH = `query ($centre: ID!, $day: Date!) {
  kitchenSheet(centreId: $centre, day: $day, meal: LUNCH) { orders agrees totals { total delivery } slips { change } }
  mealLabels(centreId: $centre, day: $day, meal: LUNCH) {
    number of ticketNumber name way texture allergies clashes overridden building isLate } }`;
interface Both {
  kitchenSheet: { orders: number; agrees: boolean; totals: { total: number; delivery: number } };
  mealLabels: { name: string; ticketNumber: string }[];
}

it('as many labels as the sheet has portions and the database orders; names only where it is brought', async () => {
  const { centre, tomorrow, staff } = await canteen(given);
  const kitchen = given.worker('KITCHEN', { centreId: centre });
  const [ma, zhao] = [
    await given.resident({ name: '馬秋蓮', texture: 'SOFT', allergies: ['PEANUT'] }),
    await given.resident({ name: '趙德順', needs: ['DISABLED_FULLY'] }),
  ];
  await when.hasBooked(ma, tomorrow.dineIn);
  const brought = await when.hasBooked(zhao, tomorrow.delivery);
  const lan = await given.resident();
  const late = await when.hasBooked(lan, tomorrow.pickUp);
  const both = async () =>
    (await ask(kitchen, BOTH, { centre, day: tomorrow.dineIn.day })).data as unknown as Both;

  const { kitchenSheet, mealLabels } = await both();
  expect(kitchenSheet).toMatchObject({ orders: 3, agrees: true, totals: { total: 3, delivery: 1 } });
  expect(mealLabels).toMatchObject([
    { number: 1, of: 3, name: '馬*', way: 'DINE_IN', texture: 'SOFT', allergies: ['PEANUT'], building: null },
    { number: 2, name: '李*', way: 'PICK_UP', ticketNumber: late.ticketNumber, isLate: false },
    { number: 3, name: '趙德順', way: 'DELIVERY', building: expect.stringContaining('BUILDING') },
  ]);
  expect(JSON.stringify(mealLabels)).not.toContain('馬秋蓮');

  booked(await when.cancels(staff, brought));
  const after = await both();
  expect([after.mealLabels.length, after.kitchenSheet.totals.total, after.kitchenSheet.agrees]).toEqual([
    2,
    2,
    true,
  ]);
  const trail = await database().query<{ detail: { ids: string[] } }[]>(
    `SELECT detail FROM audit_entry WHERE actor_id = $1 AND action = 'LABELS_SHOWN' ORDER BY sequence`,
    [kitchen.personId],
  );
  expect(trail.map(({ detail }) => detail.ids.length)).toEqual([3, 2]);
});

it('a portion that came after the freeze has its label too, marked as late', async () => {
  const { centre, now, staff } = await canteen(given);
  booked(await when.walksIn(staff, now, await given.resident()));
  const { data } = await ask(staff, BOTH, { centre, day: now.day });
  expect(data).toMatchObject({
    kitchenSheet: { orders: 1, agrees: true, slips: [{ change: 1 }] },
    mealLabels: [{ number: 1, of: 1, isLate: true }],
  });
});
